import { expect, type Locator, type Page, type Request } from '@playwright/test';
import { codeOf } from '../phone.ts';
import type { Sandbox } from '../sandbox.ts';
import { openSignedIn } from '../test.ts';
import type { Kind } from './faults.ts';

export const ME = 'someone@example.com';
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** One request of a flow, and all around it that a person sees and does. */
export interface Step {
  name: string;
  /** Who signs in; undefined where that is the step itself. */
  as?: string;
  isWrite: boolean;
  /** Which request is struck; `path` is a whole one, `*` stands for anything. */
  request: { method: string; path: string };
  /** Signs in, and goes to where the step begins. */
  reach: (page: Page, sandbox: Sandbox) => Promise<void>;
  /** What sends the request. */
  press: (page: Page, sandbox: Sandbox) => Promise<void>;
  /** Where and in which words a failure of a kind is told. */
  told: (page: Page, kind: Kind) => Locator;
  /** What they do when the fault is over; `press` again where nothing else is said. */
  goOn?: (page: Page, kind: Kind, sandbox: Sandbox) => Promise<void>;
  /** What they see when it went well. */
  done: (page: Page) => Locator;
  /** What comes of a write whose answer alone is lost: found out by reading, undone, or told as a failure all the same. */
  lost?: 'found' | 'undone' | 'told';
  /** The state of the API that the step is about, before and after. */
  state?: { read: (sandbox: Sandbox) => Promise<unknown>; before: unknown; after: unknown };
}

/** What is read where something could not be shown. */
export const READ_WORDS: Record<Kind, string> = {
  timeout: 'took too long to answer',
  network: 'could not be reached',
  server: 'answered with an error. Try again',
  unreadable: 'could not be read. Try again',
  forbidden: 'Your account is not allowed to do this.',
  'rate-limited': 'too many requests from your network',
};

/** What is read where something could not be changed: a look has shown by then that it was not. */
export const WRITE_WORDS: Record<Kind, string> = {
  ...READ_WORDS,
  timeout: 'No answer came in time. The change has not been made.',
  network: 'The connection was lost before an answer came. The change has not been made.',
  server: 'answered with an error. The change has not been made.',
  unreadable: 'could not be read. The change has not been made.',
};

export const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Signed in and there: what is struck from now on is what the step sends. */
export async function arrive(page: Page, as: string, path: string): Promise<void> {
  await openSignedIn(page, as, path);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** A page whose data is read when it opens; a failure says so in its place, with a way to try again. */
export function reading(
  name: string,
  as: string,
  path: string,
  requested: string,
  failure: string,
  done: Step['done'],
  arrange: (sandbox: Sandbox) => Promise<unknown>,
): Step {
  const failed = (page: Page) => alert(page, failure);
  // Also observers see the events of others: there a 403 is told as any other failure.
  const asksRole = path.startsWith('/users') && !requested.includes('/event');
  return {
    name,
    as,
    isWrite: false,
    request: { method: 'GET', path: requested },
    reach: async (page, sandbox) => {
      await arrange(sandbox);
      await openSignedIn(page, as);
      await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
      // Away from what that page asks for, so that the fault meets this one.
      await page.goto('about:blank');
    },
    press: async (page) => {
      await page.goto(path);
    },
    told: (page, kind) =>
      asksRole && kind === 'forbidden'
        ? page.getByText('The service does not allow this')
        : failed(page).filter({ hasText: READ_WORDS[kind] }),
    goOn: async (page, kind) => {
      if (asksRole && kind === 'forbidden') await page.reload();
      else await failed(page).getByRole('button', { name: 'Try again' }).click();
    },
    done,
  };
}

/** Over the page that locked. */
export async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in' });
  await dialog.getByLabel('Password', { exact: true }).fill('sandbox');
  const answer = page.waitForResponse('**/api/v1/authenticate');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  if ('mfa_token' in (await (await answer).json()))
    await page.getByRole('textbox', { name: 'Verification code' }).fill(codeOf(SECRET));
}

/** Whether a request is the one that is struck. */
export function isOf({ method, path }: Step['request']): (request: Request) => boolean {
  const pattern = path
    .replace(/\$$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  const whole = new RegExp(`^${pattern}$`);
  return (request) => {
    const { pathname, search } = new URL(request.url());
    return request.method() === method && whole.test(path.includes('?') ? pathname + search : pathname);
  };
}
