import type { Page } from '@playwright/test';
import { expect, openSignedIn, test } from '../test.ts';
import { ME } from './step.ts';

const ADMIN = 'admin@example.com';
const THEM = 'victim@example.com';
const DATE = '2026-01-02T03:04:05Z';
type Row = { id: unknown } & Record<string, unknown>;

/** A list on a page: its answer around the rows, a row with its date, and where the rows are seen. */
interface Listing {
  as: string;
  path: string;
  requested: string;
  around: (rows: unknown) => unknown;
  row: (id: unknown, date: Record<string, unknown>) => Row;
  /** Which of a row's members is its date. */
  dated: string;
  rows: (page: Page) => ReturnType<Page['getByRole']>;
  /** What is read where the list is `null`. */
  isNull: RegExp;
  /** Rows that are drawn of 10,000; undefined where the API never sends as many on one page. */
  drawn?: number;
}

const buttons = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button') });
const device = (id: unknown, date: object): Row => ({ id, browser: 'Opera', operating_system: 'Linux', ...date });
const key = (id: unknown, date: object): Row => ({ id, status: { id: 1 }, type: { id: 1 }, ...date });
const event = (id: unknown, date: object): Row => ({ id, description: 'Something', event_type: { id: 6 }, ...date });
const bare = (rows: unknown) => rows;
const person = (rows: unknown) => ({
  id: 900_001,
  username: THEM,
  roles: [{ id: 1, name: 'User' }],
  status: { id: 1 },
  mfa: rows,
});

const LISTINGS: Record<string, Listing> = {
  keys: {
    as: ME,
    path: '/authenticators',
    requested: '/api/v1/user/my$',
    around: person,
    row: key,
    dated: 'creation_date',
    rows: buttons,
    isNull: /1 key could not be shown/,
    drawn: 30,
  },
  devices: {
    as: ME,
    path: '/devices',
    requested: '/api/v1/user/my/mfa/trusted_device$',
    around: bare,
    row: device,
    dated: 'activation_date',
    rows: buttons,
    isNull: /Your trusted devices could not be shown/,
    drawn: 30,
  },
  activity: {
    as: ME,
    path: '/activity',
    requested: '/api/v1/user/my/event$',
    around: bare,
    row: event,
    dated: 'timestamp',
    rows: (page) => page.getByRole('list', { name: 'Events' }).getByRole('listitem'),
    isNull: /Your activity could not be shown/,
  },
  directory: {
    as: ADMIN,
    path: '/users',
    requested: '/api/v1/user$',
    around: bare,
    row: (id, date) => ({ id, username: THEM, name: 'Vic', ...date }),
    dated: 'created',
    rows: (page) => page.getByRole('rowheader'),
    isNull: /The list of users could not be shown/,
  },
  'devices of a person': {
    as: ADMIN,
    path: `/users/${THEM}`,
    requested: '/api/v1/user/9*/mfa/trusted_device$',
    around: bare,
    row: device,
    dated: 'activation_date',
    rows: (page) => page.getByRole('list', { name: 'Trusted devices' }).getByRole('listitem'),
    isNull: /The trusted devices could not be shown/,
    drawn: 30,
  },
  'keys of a person': {
    as: ADMIN,
    path: `/users/${THEM}`,
    requested: '/api/v1/user/victim*',
    around: person,
    row: key,
    dated: 'creation_date',
    rows: (page) => page.getByRole('list', { name: 'Authenticator apps' }).getByRole('listitem'),
    isNull: /1 key could not be shown/,
    drawn: 30,
  },
};

const two = ({ row, dated }: Listing, date: unknown = DATE) => [
  row(1, date === undefined ? {} : { [dated]: date }),
  row(2, { [dated]: DATE }),
];

/** What comes in the place of the list, and how many rows are seen of it; `null` where there is nothing to see. */
const ANSWERS: Record<string, (listing: Listing) => { rows: unknown; seen: number | null | undefined }> = {
  null: () => ({ rows: null, seen: null }),
  '10,000 rows': ({ row, dated, drawn }) => ({
    rows: Array.from({ length: 10_000 }, (_, place) => row(place + 1, { [dated]: DATE })),
    seen: drawn,
  }),
  'the same id twice': ({ row }) => ({ rows: [row(1, {}), row(1, {}), row(2, {})], seen: 2 }),
  'ids as strings': ({ row }) => ({ rows: [row('1', {}), row('2', {})], seen: 2 }),
  'a date missing': (listing) => ({ rows: two(listing, undefined), seen: 2 }),
  'a date that is null': (listing) => ({ rows: two(listing, null), seen: 2 }),
  'a malformed date': (listing) => ({ rows: two(listing, '31/12/2026, noon'), seen: 2 }),
  'a date far past': (listing) => ({ rows: two(listing, '0001-01-01T00:00:00Z'), seen: 2 }),
  'a date far in the future': (listing) => ({ rows: two(listing, '9999-12-31T23:59:59Z'), seen: 2 }),
};

let place = 0;
for (const [name, listing] of Object.entries(LISTINGS)) {
  for (const [what, answer] of Object.entries(ANSWERS)) {
    const { rows, seen } = answer(listing);
    if (seen === undefined) continue;
    place += 1;
    // In `npm test` a diagonal: each list and each answer has its turn.
    test(`${name} › ${what}${place % 8 === 0 ? '' : ' @full'}`, async ({ page, sandbox }) => {
      await sandbox.addUser({ username: THEM });
      if (listing.as === ME) await sandbox.addUser({ username: ME });
      await sandbox.addFault({ path: listing.requested, method: 'GET', body: listing.around(rows), times: 'always' });
      await openSignedIn(page, listing.as, listing.path);
      if (seen === null) await expect(page.getByRole('main')).toContainText(listing.isNull);
      else await expect(listing.rows(page)).toHaveCount(seen);
      await expect(page.getByRole('main')).not.toContainText(/Invalid Date|NaN|undefined/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
}
