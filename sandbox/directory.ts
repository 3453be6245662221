import { refuse } from './errors.ts';
import { type Lookups, userStatus } from './lookups.ts';
import { organisationName } from './organisations.ts';
import type { DirectoryRow } from './user.ts';

type Matcher = (row: DirectoryRow) => boolean;

/**
 * The filter that `q` asks for: `field:value,field:value`, all of them. `id` and `status` match exactly, `name`,
 * `username` and `organisation` as a substring in any case with `*` as a wildcard.
 * @throws Refusal 422 InvalidQueryCriteria for an unknown field, or a piece without a field or a value.
 */
export function directoryFilter(q: string, lookups: Lookups): Matcher {
  const matchers = q.trim() === '' ? [] : q.split(',').map((criterion) => matcher(criterion, lookups));
  return (row) => matchers.every((matches) => matches(row));
}

function matcher(criterion: string, lookups: Lookups): Matcher {
  const colon = criterion.indexOf(':');
  const field = criterion.slice(0, colon).trim();
  const value = criterion.slice(colon + 1).trim();
  if (colon < 1 || value === '') throw malformed(criterion);
  switch (field) {
    case 'id':
      if (!/^\d{1,15}$/.test(value)) throw malformed(criterion);
      return (row) => row.id === Number(value);
    case 'status': {
      const word = value.toLowerCase();
      return ({ status }) => String(status) === word || userStatus(lookups, status).description?.toLowerCase() === word;
    }
    case 'name':
    case 'username': {
      const contains = textMatcher(value);
      return (row) => contains(row[field]);
    }
    case 'organisation': {
      const contains = textMatcher(value);
      return ({ organisation }) => contains(organisationName(organisation));
    }
    default:
      throw malformed(criterion);
  }
}

function malformed(criterion: string) {
  return refuse(422, 'InvalidQueryCriteria', `Invalid query criterion '${criterion}'`);
}

/** Pieces between the wildcards must follow one another, anywhere in the text. */
function textMatcher(value: string): (text: string) => boolean {
  const pieces = value.toLowerCase().split('*');
  return (text) => {
    const lower = text.toLowerCase();
    let from = 0;
    for (const piece of pieces) {
      const at = lower.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return true;
  };
}

type SortKey = (row: DirectoryRow) => string | number;

const SORT_KEYS: Record<string, SortKey> = {
  id: (row) => row.id,
  status: (row) => row.status,
  name: (row) => row.name.toLowerCase(),
  username: (row) => row.username.toLowerCase(),
  organisation: (row) => organisationName(row.organisation).toLowerCase(),
  created: (row) => row.createdAt,
};

/**
 * `rows` in the order that `sort` asks for: `field` or `-field`, comma separated; by id where it says no more.
 * @throws Refusal 422 InvalidSortCriteria for a field that can't be sorted by.
 */
export function sortDirectory(rows: readonly DirectoryRow[], sort: string): DirectoryRow[] {
  const criteria = sort.trim() === '' ? [] : sort.split(',');
  const orders = criteria.map((criterion) => order(rows, criterion));
  const places = rows.map((row, place) => ({ row, place }));
  places.sort((a, b) => {
    for (const ranks of orders) {
      const difference = (ranks[a.place] ?? 0) - (ranks[b.place] ?? 0);
      if (difference !== 0) return difference;
    }
    return a.row.id - b.row.id;
  });
  return places.map(({ row }) => row);
}

/** The rank of each row by one criterion. Numbers, since 100,000 rows take 1.7 million comparisons. */
function order(rows: readonly DirectoryRow[], criterion: string): Float64Array {
  const wanted = criterion.trim();
  const descending = wanted.startsWith('-');
  const field = descending ? wanted.slice(1) : wanted;
  const key = Object.hasOwn(SORT_KEYS, field) ? SORT_KEYS[field] : undefined;
  if (!key) throw refuse(422, 'InvalidSortCriteria', `Invalid sort criterion '${criterion}'`);
  const sign = descending ? -1 : 1;
  return Float64Array.from(rankEach(rows.map(key)), (rank) => rank * sign);
}

function rankEach(keys: (string | number)[]): number[] {
  if (keys.every((key) => typeof key === 'number')) return keys;
  // Without a comparison of its own, sort compares strings in native code.
  const rankOf = new Map([...new Set(keys)].sort().map((key, rank) => [key, rank]));
  return keys.map((key) => rankOf.get(key) ?? 0);
}
