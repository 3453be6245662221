import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox.ts';
import { expect, signIn } from '../test.ts';
import type { Kind } from './faults.ts';
import { alert, ME, press, READ_WORDS, type Step } from './step.ts';

const request = { method: 'POST', path: '/api/v1/authenticate$' };
const told = (page: Page, kind: Kind) =>
  kind === 'rate-limited'
    ? page.getByText('Too many requests have come from your network. No account is locked.')
    : alert(page, READ_WORDS[kind]);
const overview = (page: Page) => page.getByRole('heading', { name: 'Account security' });

const askedForCode = async (page: Page, sandbox: Sandbox): Promise<void> => {
  await sandbox.addUser({ username: ME, second_factor: 'email' });
  await signIn(page, ME);
  await expect(page.getByLabel('Verification code')).toBeVisible();
};

const typeNewestCode = async (page: Page, sandbox: Sandbox): Promise<void> => {
  const field = page.getByLabel('Verification code');
  // Typed: a code that arrives whole is sent by itself.
  await field.fill('');
  await field.pressSequentially((await sandbox.newestMail(ME)).code);
  await press(page, 'Verify');
};

const sendNewCode = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: 'Send a new code' });
  // Second by second: each begins when the one before has been counted.
  for (let second = 0; second < 31 && (await button.isDisabled()); second += 1) await page.clock.runFor(1_000);
  await button.click();
};
const newCodeSent = (page: Page) => page.getByText('A new code is on its way.');

/** Nothing of one's account changes here: a lost answer is told, and the same is tried again. */
export const SIGN_IN: Step[] = [
  {
    name: 'sign in › credentials',
    isWrite: true,
    request,
    reach: async (page, sandbox) => {
      await sandbox.addUser({ username: ME });
      await page.goto('/sign-in');
      await page.getByLabel('Email').fill(ME);
      await page.getByLabel('Password', { exact: true }).fill('sandbox');
    },
    press: (page) => press(page, 'Sign in'),
    told,
    done: overview,
    lost: 'told',
  },
  {
    name: 'sign in › code',
    isWrite: true,
    request,
    reach: askedForCode,
    press: typeNewestCode,
    told,
    // The code may have been spent on the answer that was lost.
    goOn: async (page, _, sandbox) => {
      await sendNewCode(page);
      await expect(newCodeSent(page)).toBeVisible();
      await typeNewestCode(page, sandbox);
    },
    done: overview,
    lost: 'told',
  },
  {
    name: 'sign in › new code',
    isWrite: true,
    request,
    reach: askedForCode,
    press: sendNewCode,
    told,
    done: newCodeSent,
    lost: 'told',
  },
];
