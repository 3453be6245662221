import { describe, expect, it, vi } from 'vitest';
import type { DirectoryPage, DirectoryUser } from '../api/directory.ts';
import { ApiError } from '../api/errors.ts';
import { parseList } from './lines.ts';
import { type Lookups, resolveList } from './resolve.ts';

const user = (id: number, username = `u${id}@x.y`): DirectoryUser => ({
  id,
  username,
  name: undefined,
  created: undefined,
  status: undefined,
  organisation: undefined,
});
const never = new AbortController().signal;

/** A directory of so many users, in pages of as many as the API gives. */
function directory(users: DirectoryUser[], perPage = 100) {
  const lookups = {
    readUser: vi.fn(async (ref: number | string) => {
      const found = users.find(({ id, username }) => id === ref || username === ref);
      if (!found) throw new ApiError({ kind: 'not-found', status: 404 });
      return found;
    }),
    readDirectoryPage: vi.fn(async (page: number) => ({
      rows: users.slice((page - 1) * perPage, page * perPage),
      unreadable: 0,
      total: users.length,
      totalPages: Math.ceil(users.length / perPage),
      perPage,
    })),
  } satisfies Lookups;
  return lookups;
}

const resolve = async (list: string, lookups: Lookups) => {
  const resolved = await resolveList(parseList(list).entries, lookups, never, () => undefined);
  return resolved.map((line) => (line.outcome === 'found' ? line.user.id : line.outcome));
};

describe('resolveList', () => {
  const users = Array.from({ length: 250 }, (_, id) => user(id + 1));

  it('asks for a few people one by one', async () => {
    const lookups = directory(users);
    expect(await resolve('u3@x.y\n7\nnobody@x.y', lookups)).toEqual([3, 7, 'not-found']);
    expect(lookups.readDirectoryPage).not.toHaveBeenCalled();
  });

  it('reads the directory for many, whatever the size of its pages', async () => {
    const lookups = directory(users);
    expect(await resolve('u3@x.y\n7\nnobody@x.y\nU250@X.Y\n9', lookups)).toEqual([3, 7, 'not-found', 250, 9]);
    expect(lookups.readDirectoryPage).toHaveBeenCalledTimes(3);
    expect(lookups.readUser).not.toHaveBeenCalled();
  });

  it('asks one by one where the directory has more pages than the list has people', async () => {
    const lookups = directory(users, 10);
    expect(await resolve('1\n2\n3\n4', lookups)).toEqual([1, 2, 3, 4]);
    expect(lookups.readDirectoryPage).toHaveBeenCalledTimes(1);
    expect(lookups.readUser).toHaveBeenCalledTimes(4);
  });

  it.each([
    ['a page', (answer: DirectoryPage) => ({ ...answer, totalPages: 1 })],
    ['a row', (answer: DirectoryPage) => ({ ...answer, rows: answer.rows.slice(1), unreadable: 1 })],
  ])('says of nobody that they are not there, where the directory lacks %s', async (_, spoil) => {
    const lookups = directory(users);
    const whole = lookups.readDirectoryPage;
    const spoilt = { ...lookups, readDirectoryPage: async (page: number) => spoil(await whole(page)) };
    expect(await resolve('1\n2\n3\n250', spoilt)).toEqual([1, 2, 3, 250]);
  });

  it('tells an e-mail that two people have', async () => {
    const lookups = directory([...users, user(900, 'u3@x.y')]);
    expect(await resolve('u3@x.y\n1\n2\n4\n5', lookups)).toEqual(['ambiguous', 1, 2, 4, 5]);
  });

  it('reads again where somebody went meanwhile, who would have hidden another', async () => {
    const people = [...users];
    const lookups = directory(people);
    let pages = 0;
    const goneAfterTheFirstPage = async (page: number) => {
      pages += 1;
      if (pages === 2) people.shift();
      return lookups.readDirectoryPage(page);
    };
    const shifting = { ...lookups, readDirectoryPage: goneAfterTheFirstPage };
    expect(await resolve('101\n2\n3\n4', shifting)).toEqual([101, 2, 3, 4]);
    expect(pages).toBe(5);
  });

  it('falls back to single questions where the directory is not to be had, and tells each outcome', async () => {
    const lookups: Lookups = {
      readDirectoryPage: async () => {
        throw new ApiError({ kind: 'forbidden', status: 403 });
      },
      readUser: async (ref) => {
        if (ref === 1) return user(1);
        throw new ApiError({ kind: ref === 2 ? 'forbidden' : ref === 3 ? 'not-found' : 'server' });
      },
    };
    expect(await resolve('1\n2\n3\n4', lookups)).toEqual([1, 'not-allowed', 'not-found', 'failed']);
  });
});
