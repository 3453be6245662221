import { test as base, expect, type Page } from '@playwright/test';
import { Sandbox } from './sandbox.ts';

interface Fixtures {
  /** A name of this test alone: the sandbox keeps a world of its own for it. */
  world: string;
  sandbox: Sandbox;
  /** Starts of console errors that this test brings about (the browser's own line for a request that failed). */
  expectedErrors: RegExp[];
  /** Fails the test on a policy violation, a console error or warning, an uncaught error, or a request elsewhere. */
  strict: undefined;
}

/** The browser writes this line by itself for each answer of 400 and above, and for a connection that broke. */
const FAILED_REQUEST = /^Failed to load resource: (the server responded with a status of|net::ERR_)/;

export const test = base.extend<Fixtures>({
  world: async ({ browserName }, use, { testId, retry, repeatEachIndex }) =>
    use(`${browserName}-${testId}-${retry}-${repeatEachIndex}`),
  extraHTTPHeaders: async ({ world }, use) => use({ 'X-Sandbox-World': world }),
  sandbox: async ({ request }, use) => use(new Sandbox(request)),
  expectedErrors: [[], { option: true }],
  strict: [
    async ({ context, baseURL, expectedErrors }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        const text = message.text();
        if (!['error', 'warning'].includes(message.type()) || FAILED_REQUEST.test(text)) return;
        if (!expectedErrors.some((expected) => expected.test(text))) faults.push(`console: ${text}`);
      });
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const isLocal = /^https?:$/.test(protocol) && /^http:\/\/localhost(:\d+)?$/.test(origin);
        if (!isLocal && !['data:', 'blob:', 'otpauth:'].includes(protocol)) faults.push(`request to ${origin}`);
      });
      await use(undefined);
      expect(faults, `on ${baseURL}`).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Signs in with the sandbox's one password; where a second factor is due, the page is at that step afterwards. Only
 * then, so that a test that reloads next does not throw away a sign-in under way.
 */
export async function signIn(page: Page, email: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email', { exact: true }), 'signed in').toBeHidden();
}
