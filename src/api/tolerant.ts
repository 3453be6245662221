import * as z from 'zod/mini';

// Ten thousand rows are checked at once: each is one function where zod would call one schema within another.

/** A whole number, whether it comes as a number or as digits in a string. */
export const id = z.pipe(z.transform(asNumber), z.int());

function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

/** Text, or undefined for anything else. */
export const text = z.optional(z.transform((value: unknown) => (typeof value === 'string' ? value : undefined)));

/**
 * ISO 8601, also with a zone like `+0000` (which not every browser reads); undefined where it is no date. Anything else
 * is refused before `Date` sees it, which makes the year 2001 of "device 7".
 */
export const date = z.optional(z.transform(parseDate));

function parseDate(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const lacksColon = /[+-]\d{4}$/.test(value);
  const parsed = new Date(lacksColon ? `${value.slice(0, -2)}:${value.slice(-2)}` : value);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

/** `{id, description?}`: the reference to a status or type. The words may be missing; the lookups have them. */
export const reference = z.catch(z.optional(z.object({ id, description: text })), undefined);
export type Reference = z.output<typeof reference>;

/** The rows of a collection, without those that are no such thing at all, and how many were left out. */
export type Rows<T> = { rows: T[]; unreadable: number };

/** An array that drops bad rows and says so. A body that is no array is no collection, and fails. */
export function rowsOf<S extends z.ZodMiniType<{ id: number }>>(row: S) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((values: unknown[]): Rows<z.output<S>> => {
      const rows = new Map<number, z.output<S>>();
      let unreadable = 0;
      for (const value of values) {
        const parsed = z.safeParse(row, value);
        if (!parsed.success) unreadable += 1;
        else if (!rows.has(parsed.data.id)) rows.set(parsed.data.id, parsed.data);
      }
      return { rows: [...rows.values()], unreadable };
    }),
  );
}

/**
 * A collection inside a record: absent is an empty one. What is there but is no list, null included, counts as
 * unreadable, and the record stays: "no keys" would be untrue.
 */
export function nestedRowsOf<S extends z.ZodMiniType<{ id: number }>>(row: S) {
  return z.catch(rowsOf(row), ({ input }) => ({ rows: [], unreadable: input === undefined ? 0 : 1 }));
}

/** `[{id, description}]`: the words for statuses or types. One of which no row can be read is none. */
export const lookup = rowsOf(z.object({ id, description: text })).check(
  z.refine(({ rows, unreadable }) => rows.length > 0 || unreadable === 0),
);

/** The words for a status or type: the lookup's, else those that came along, else the id as it is; '' for none. */
export function wordsOf(found: Reference, lookup: Rows<NonNullable<Reference>> | undefined): string {
  if (!found) return '';
  return lookup?.rows.find((row) => row.id === found.id)?.description || found.description || String(found.id);
}

/** A header that counts; undefined where it is missing or no such number. */
export function wholeNumberIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name) ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
