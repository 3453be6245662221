import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { readWithHeaders } from './client.ts';
import { date, id, type Rows, reference, rowsOf, text, wholeNumberIn } from './tolerant.ts';
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

/** Whether the API can look for all that is asked; its criteria are separated by what can't be. */
export function isSearchable({ search, organisation }: DirectoryCriteria): boolean {
  return unsearchable(search) === undefined && unsearchable(organisation) === undefined;
}

/** Where a typed text is looked for, most likely first: a number is an id, what has an `@` an e-mail, the rest a name. */
function fieldsFor(typed: string): string[] {
  if (typed.includes('@')) return ['username'];
  return [/^\d{1,15}$/.test(typed) ? 'id' : 'name', 'username'];
}

/** The values of `q`, one a place to look: the next where one finds nobody. */
function directoryFilters({ search, status, organisation }: DirectoryCriteria): string[] {
  // As a mail program copies it: Name <someone@example.com>
  const typed = (/<([^<>\s]+@[^<>\s]+)>\s*$/.exec(search)?.[1] ?? search).trim();
  const filters = [
    status !== undefined && `status:${status}`,
    organisation.trim() && `organisation:${organisation.trim()}`,
  ];
  const fields = typed ? fieldsFor(typed).map((field) => `${field}:${typed}`) : [false];
  return fields.map((field) => [field, ...filters].filter(Boolean).join(','));
}

/** `GET /user`, a page of the directory. A page past the end answers the last one. Ask only for what is searchable. */
export function directoryQuery(criteria: DirectoryCriteria) {
  const filters = directoryFilters(criteria);
  const sort = `${criteria.descending ? '-' : ''}${criteria.sort}`;
  const { page, perPage } = criteria;
  return queryOptions({
    queryKey: ['directory', ...filters, sort, page, perPage],
    queryFn: async ({ signal }) => {
      const [q = '', elsewhere] = filters;
      const found = await readDirectoryPage({ q, sort, page, perPage }, signal);
      const isNobody = found.rows.length === 0 && found.unreadable === 0;
      return isNobody && elsewhere ? readDirectoryPage({ q: elsewhere, sort, page, perPage }, signal) : found;
    },
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
    total: wholeNumberIn(headers, 'x-total-count'),
    totalPages: wholeNumberIn(headers, 'x-total-pages'),
    perPage: wholeNumberIn(headers, 'x-count-per-page'),
  };
}
