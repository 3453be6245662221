import type { Browser } from '@playwright/test';
import { Visit } from './browser.ts';
import type { Figures } from './figures.ts';
import { ME, pressOn, typeCredentials } from './person.ts';

/** Milliseconds that people take before they go on, by which the page has come to rest. */
const PAUSE = 800;

/**
 * How long each interaction waits for its frame, on the ways that people take, all in one document. The page is asked
 * nothing until it has come to rest: looking for an element there would be work of the very thread that is measured.
 */
export async function measureInteractions(browser: Browser, figures: Figures, portal: string, world: string) {
  const visit = await Visit.open(browser, { world, slowLine: false });
  await visit.page.goto(`${portal}/sign-in`, { waitUntil: 'networkidle' });
  const begun: [name: string, at: number][] = [];
  for (const [name, act] of steps(visit)) {
    begun.push([name, await visit.page.evaluate(() => performance.now())]);
    await act();
    await visit.page.waitForTimeout(PAUSE);
  }
  const { interactions, longTasks } = await visit.seen();
  const longest = new Map(begun.map(([name]) => [name, 0]));
  for (const { start, wait } of Object.values(interactions)) {
    const [name] = begun.findLast(([, at]) => at <= start) ?? [];
    if (name) longest.set(name, Math.max(longest.get(name) ?? 0, wait));
  }
  for (const [name, wait] of longest) figures.add(`answers: ${name}`, 'ms', wait);
  figures.add('answers: the slowest of all', 'ms', Math.max(...longest.values()));
  figures.add('longest task', 'ms', Math.max(0, ...longTasks));
  await visit.close();
}

type Step = [name: string, act: () => Promise<void>];

function steps(visit: Visit): Step[] {
  const { page } = visit;
  const main = page.getByRole('navigation', { name: 'Main' });
  const press = (role: 'button' | 'link' | 'checkbox' | 'menuitemradio', name: string) => () =>
    pressOn(page.getByRole(role, { name, exact: true }).first());
  const goTo = (name: string): Step => [`to ${name}`, () => pressOn(main.getByRole('link', { name, exact: true }))];
  const type = (field: string, text: string) => () =>
    page.getByLabel(field, { exact: true }).pressSequentially(text, { delay: 60 });
  return [
    ['typing who one is', () => typeCredentials(visit)],
    ['Sign in', press('button', 'Sign in')],
    goTo('Trusted devices'),
    ['Revoke', press('button', 'Revoke')],
    ['Cancel', press('button', 'Cancel')],
    goTo('Activity'),
    ['a kind of events', () => page.getByRole('combobox').first().press('ArrowDown')],
    goTo('Authenticator apps'),
    ['the account menu', press('button', ME)],
    ['Dark', press('menuitemradio', 'Dark')],
    ['Escape', () => page.keyboard.press('Escape')],
    goTo('Users'),
    ['typing a search', type('Search users', 'staff')],
    ['to a person', press('link', ME)],
    ['Select all', press('checkbox', 'Select all')],
    ['Revoke selected', press('button', 'Revoke selected')],
    ['Cancel, again', press('button', 'Cancel')],
    goTo('Revoke access'),
    ['typing whose', type('Emails or user IDs', 'someone@example.com')],
    ['Preview', press('button', 'Preview')],
    goTo('Overview'),
    ['to set up an app', press('link', 'Set up an authenticator app')],
    ['typing the password', type('Password', 'sandbox')],
    ['Continue', press('button', 'Continue')],
    ['typing a code', type('6-digit code', '00000')],
  ];
}
