import type { DirectoryPage, DirectoryUser } from '../api/directory.ts';
import { ApiError } from '../api/errors.ts';
import type { ListedLine } from './lines.ts';

/** What a line of the list turned out to be. */
export type Resolved = ListedLine &
  (
    | { outcome: 'found'; user: DirectoryUser }
    | { outcome: 'not-found' | 'ambiguous' | 'not-allowed' }
    /** The API could not be asked. */
    | { outcome: 'failed'; error: unknown }
  );

export type Lookups = {
  /** One person; its requests pass the budget. */
  readUser: (ref: number | string, signal: AbortSignal) => Promise<DirectoryUser>;
  readDirectoryPage: (page: number, perPage: number, signal: AbortSignal) => Promise<DirectoryPage>;
};

/** Asked for; the API may give fewer a page, and says so. */
const LARGEST_PAGE = 1_000;
/** Times that the directory is read from its start because it changed meanwhile. */
const SCANS = 3;
/** So few people are asked for one by one without looking at the directory first. */
const FEW = 3;

/**
 * Finds the people of a list by whichever way takes fewer requests: one by one, or the directory page by page.
 * @param onProgress how much is done, from 0 to 1
 * @throws AbortError; ApiError where the directory can't be read; any other failure is the outcome of its line
 */
export async function resolveList(
  entries: ListedLine[],
  lookups: Lookups,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Resolved[]> {
  if (entries.length > FEW) {
    let found: Found | 'changed' | undefined = 'changed';
    for (let scan = 0; scan < SCANS && found === 'changed'; scan += 1) {
      found = await findInDirectory(entries, lookups, signal, onProgress);
    }
    if (found && found !== 'changed') return entries.map((entry) => resolve(entry, found));
  }
  const resolved: Resolved[] = [];
  for (const entry of entries) {
    resolved.push(await askFor(entry, lookups, signal));
    onProgress(resolved.length / entries.length);
  }
  return resolved;
}

/** Those of the directory that the list names. */
type Found = { byId: Map<number, DirectoryUser>; byName: Map<string, Map<number, DirectoryUser>> };

/**
 * Looks for the list's people in the whole directory, page by page, keeping those alone. Undefined where the directory
 * has more pages than the list has people, or is not whole. 'changed' where somebody came or went meanwhile: whoever
 * moved to a page that was read already would be missing.
 */
async function findInDirectory(
  entries: ListedLine[],
  { readDirectoryPage }: Lookups,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Found | 'changed' | undefined> {
  let total: number | undefined;
  const ids = new Set(entries.map(({ ref }) => ('id' in ref ? ref.id : undefined)));
  const byId: Found['byId'] = new Map();
  const byName: Found['byName'] = new Map(
    entries.flatMap(({ ref }) => ('username' in ref ? [[ref.username.toLowerCase(), new Map()]] : [])),
  );
  let seen = 0;
  for (let page = 1; ; page += 1) {
    const read = await readDirectoryPage(page, LARGEST_PAGE, signal).catch((error: unknown) => {
      // Where that is not allowed, asking one by one tells more.
      if (error instanceof ApiError && (error.kind === 'forbidden' || error.kind === 'rejected')) return undefined;
      throw error;
    });
    if (!read?.totalPages || read.unreadable > 0 || read.totalPages > entries.length) return undefined;
    if (page > 1 && read.total !== total) return 'changed';
    total = read.total;
    for (const user of read.rows) {
      if (ids.has(user.id)) byId.set(user.id, user);
      byName.get(user.username?.toLowerCase() ?? '')?.set(user.id, user);
    }
    seen += read.rows.length;
    onProgress(page / read.totalPages);
    // By fewer than there are, nobody can be said to be missing.
    if (page >= read.totalPages) return seen >= (read.total ?? 0) ? { byId, byName } : undefined;
  }
}

function resolve(entry: ListedLine, { byId, byName }: Found): Resolved {
  const { ref } = entry;
  const fits = 'id' in ref ? [byId.get(ref.id)] : [...(byName.get(ref.username.toLowerCase())?.values() ?? [])];
  const [only, another] = fits;
  if (!only) return { ...entry, outcome: 'not-found' };
  return another ? { ...entry, outcome: 'ambiguous' } : { ...entry, outcome: 'found', user: only };
}

async function askFor(entry: ListedLine, { readUser }: Lookups, signal: AbortSignal): Promise<Resolved> {
  const { ref } = entry;
  try {
    const user = await readUser('id' in ref ? ref.id : ref.username, signal);
    return { ...entry, outcome: 'found', user };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === 'not-found') return { ...entry, outcome: 'not-found' };
    if (error.kind === 'forbidden') return { ...entry, outcome: 'not-allowed' };
    return { ...entry, outcome: 'failed', error };
  }
}
