import { type Browser, type Locator, request } from '@playwright/test';
import { Sandbox } from '../../e2e/sandbox.ts';
import { Visit } from './browser.ts';

export const ME = 'staff@example.com';

/** A world of the sandbox with a member of staff in it who has something of everything. */
export async function makeWorld(portal: string, world: string): Promise<{ sandbox: Sandbox; id: number }> {
  const context = await request.newContext({ baseURL: portal, extraHTTPHeaders: { 'X-Sandbox-World': world } });
  const sandbox = new Sandbox(context);
  const { id } = await sandbox.addUser({
    username: ME,
    roles: ['Administrator'],
    keys: [{ status: 'pending' }],
    devices: [10, 20, 30].map((days) => ({
      browser: 'Firefox',
      operating_system: 'Ubuntu',
      activated_seconds_ago: days * 86_400,
    })),
    events: Array.from({ length: 6 }, () => ({ type: 6, description: 'Authentication failed from 192.0.2.1' })),
  });
  return { sandbox, id };
}

/** As people do it, who take their time. */
export async function typeCredentials({ page }: Visit): Promise<void> {
  await page.getByLabel('Email').pressSequentially(ME, { delay: 60 });
  await page.getByLabel('Password', { exact: true }).pressSequentially('sandbox', { delay: 60 });
}

/** @returns presses it as a hand does, which moves there and holds the button for a moment; looks for nothing any more */
export async function aimAt(target: Locator): Promise<() => Promise<void>> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`Nothing to press: ${target}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { mouse } = target.page();
  return async () => {
    await mouse.move(x, y);
    await mouse.click(x, y, { delay: 60 });
  };
}

export async function pressOn(target: Locator): Promise<void> {
  const press = await aimAt(target);
  await press();
}

/** Signs in. @returns what the tab's storage holds then */
export async function takeSession(browser: Browser, portal: string, world: string): Promise<Record<string, string>> {
  const visit = await Visit.open(browser, { world, data: 'main li', cpu: 1, slowLine: false });
  await visit.page.goto(`${portal}/sign-in`);
  await typeCredentials(visit);
  await visit.page.getByRole('button', { name: 'Sign in' }).click();
  await visit.shown();
  const session = await visit.page.evaluate(() => ({ ...sessionStorage }));
  await visit.close();
  return session;
}
