import type { Browser } from '@playwright/test';
import { Visit } from './browser.ts';
import type { Figures } from './figures.ts';
import { ME, typeCredentials } from './person.ts';

/** A page that nothing is known of yet: until it is painted, until one can type, until it answers. */
export async function measureFirstVisit(browser: Browser, figures: Figures, name: string, url: string): Promise<void> {
  const visit = await Visit.open(browser, { world: 'bench', data: 'input[type="password"]' });
  await visit.page.goto(url);
  const { field } = await visit.shown();
  // A page without a mark draws its fields by script: they answer once they are there.
  const ready = (await visit.moment('ready')) ?? field;
  figures.add(`${name}: first paint`, 'ms', (await visit.moment('first-paint')) ?? Number.NaN);
  figures.add(`${name}: password field there`, 'ms', field);
  figures.add(`${name}: ready`, 'ms', ready);
  figures.add(`${name}: JavaScript on the wire`, 'kB', visit.scriptBytes / 1000);
  figures.add(`${name}: requests`, '', visit.requests);
  figures.add(`${name}: layout shift`, '', (await visit.seen()).shifts);
  await visit.close();
}

/** From the click on *Sign in* to the overview with its data. */
export async function measureSignIn(browser: Browser, figures: Figures, portal: string, world: string): Promise<void> {
  const visit = await Visit.open(browser, { world, data: 'main li' });
  await visit.page.goto(`${portal}/sign-in`);
  await typeCredentials(visit);
  await visit.page.getByRole('button', { name: 'Sign in' }).click();
  const { shown, clicked } = await visit.shown();
  figures.add('click on Sign in to overview with data', 'ms', shown - clicked);
  figures.add('click on Sign in to overview: answers of the API in turn', '', await visit.chain.length());
  await visit.close();
}

/** Each page with its data, by deep link into a browser that has a live session and none of the files. */
export async function measureDeepLinks(
  browser: Browser,
  figures: Figures,
  portal: string,
  { world, id, session }: { world: string; id: number; session: Record<string, string> },
): Promise<void> {
  const activity = '[aria-labelledby="activity"] li';
  for (const [path, name, data] of [
    ['/', '/', activity],
    ['/authenticators', '/authenticators', 'main li'],
    ['/authenticators/new', '/authenticators/new', '#content form'],
    ['/devices', '/devices', 'main li'],
    ['/activity', '/activity', 'main li'],
    ['/users', '/users', 'main tbody tr'],
    [`/users/${id}`, '/users/:number', activity],
    [`/users/${ME}`, '/users/:email', activity],
    ['/revoke', '/revoke', 'main textarea'],
  ] as const) {
    const visit = await Visit.open(browser, { world, data, session });
    await visit.page.goto(portal + path);
    const { shown } = await visit.shown();
    figures.add(`${name}: data shown`, 'ms', shown);
    figures.add(`${name}: answers of the API in turn`, '', await visit.chain.length());
    figures.add(`${name}: JavaScript on the wire`, 'kB', visit.scriptBytes / 1000);
    figures.add(`${name}: layout shift`, '', (await visit.seen()).shifts);
    await visit.close();
  }
}
