import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { readWithHeaders } from './client.ts';
import { date, id, type Rows, reference, rowsOf, text } from './tolerant.ts';
import { organisation } from './users.ts';

const directoryUser = z.object({ id, username: text, name: text, created: date, status: reference, organisation });
export type DirectoryUser = z.output<typeof directoryUser>;

export const SORT_FIELDS = ['id', 'name', 'username', 'status', 'organisation', 'created'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/** What to look for: what was typed, and filters. */
export type DirectoryCriteria = {
  search: string;
  status: number | undefined;
  organisation: string;
  sort: SortField;
  descending: boolean;
  page: number;
  perPage: number;
};

export type DirectoryPage = Rows<DirectoryUser> & {
  /** From the paging headers; undefined where they are missing. */
  total: number | undefined;
  totalPages: number | undefined;
  perPage: number | undefined;
};

/** Milliseconds for which a page that nobody looks at is kept: going back is quick, and memory holds a few pages. */
const KEPT = 30_000;

/** Characters with a meaning of their own in `q`, which has no way to quote them. `*` stands for anything. */
const UNSEARCHABLE = /[,:|]/;

/** The first character of what was typed that the API can't search for. */
export function unsearchable(typed: string): string | undefined {
  return UNSEARCHABLE.exec(typed)?.[0];
}

/** The `q` of the directory: a number is looked for as an id, what has an `@` as an e-mail, the rest as a name. */
function directoryFilter({ search, status, organisation }: DirectoryCriteria): string {
  const typed = search.trim();
  const field = /^\d{1,15}$/.test(typed) ? 'id' : typed.includes('@') ? 'username' : 'name';
  return [
    typed && `${field}:${typed}`,
    status !== undefined && `status:${status}`,
    organisation.trim() && `organisation:${organisation.trim()}`,
  ]
    .filter(Boolean)
    .join(',');
}

/** `GET /user`, a page of the directory. A page past the end answers the last one. */
export function directoryQuery(criteria: DirectoryCriteria) {
  const q = directoryFilter(criteria);
  const sort = `${criteria.descending ? '-' : ''}${criteria.sort}`;
  const { page, perPage } = criteria;
  return queryOptions({
    queryKey: ['directory', q, sort, page, perPage],
    queryFn: ({ signal }) => readDirectoryPage({ q, sort, page, perPage }, signal),
    gcTime: KEPT,
  });
}

/** @throws ApiError 'forbidden' for roles that may not, 'rejected' for a `q` or `sort` that the API does not take */
export async function readDirectoryPage(
  { q, sort, page, perPage }: { q?: string; sort?: string; page: number; perPage: number },
  signal?: AbortSignal,
): Promise<DirectoryPage> {
  const searchParams = { ...(q && { q }), ...(sort && { sort }), page, per_page: perPage };
  const { body, headers } = await readWithHeaders('/api/v1/user', rowsOf(directoryUser), {
    searchParams,
    ...(signal && { signal }),
  });
  return {
    ...body,
    total: numberIn(headers, 'x-total-count'),
    totalPages: numberIn(headers, 'x-total-pages'),
    perPage: numberIn(headers, 'x-count-per-page'),
  };
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = Number.parseInt(headers.get(name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}
