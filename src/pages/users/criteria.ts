import { type DirectoryCriteria, SORT_FIELDS, type SortField } from '../../api/directory.ts';

export const PAGE_SIZES = [25, 50, 100];
const DEFAULT_SIZE = 25;

/** What the address asks for, so that a link shows a colleague the same list. What makes no sense is left out. */
export function readCriteria(searchParams: URLSearchParams): DirectoryCriteria {
  const sort = searchParams.get('sort') ?? '';
  const field = SORT_FIELDS.find((name) => name === sort.replace(/^-/, ''));
  const size = wholeNumber(searchParams.get('per_page'));
  return {
    search: searchParams.get('q') ?? '',
    status: wholeNumber(searchParams.get('status')),
    organisation: searchParams.get('organisation') ?? '',
    sort: field ?? 'id',
    descending: field !== undefined && sort.startsWith('-'),
    page: Math.max(1, wholeNumber(searchParams.get('page')) ?? 1),
    perPage: PAGE_SIZES.find((known) => known === size) ?? DEFAULT_SIZE,
  };
}

/** The address for criteria; what is usual is left out of it. */
export function writeCriteria(criteria: DirectoryCriteria): URLSearchParams {
  const { search, status, organisation, sort, descending, page, perPage } = criteria;
  return new URLSearchParams({
    ...(search && { q: search }),
    ...(status !== undefined && { status: String(status) }),
    ...(organisation && { organisation }),
    ...((sort !== 'id' || descending) && { sort: `${descending ? '-' : ''}${sort}` }),
    ...(page > 1 && { page: String(page) }),
    ...(perPage !== DEFAULT_SIZE && { per_page: String(perPage) }),
  });
}

/** A click on a column: its own order first, then the other way round. */
export function sortedBy(criteria: DirectoryCriteria, sort: SortField): Pick<DirectoryCriteria, 'sort' | 'descending'> {
  return { sort, descending: criteria.sort === sort && !criteria.descending };
}

function wholeNumber(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
