import { createHash } from 'node:crypto';
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

/** Holds a script of the portal back, as a slow line does. @returns what lets it come */
export async function holdBack(page: Page, script: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(`**/assets/${script}-*.js`, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/**
 * Signs in with the sandbox's one password; where a second factor is due, the page is at that step afterwards. Only
 * then, so that a test that reloads next does not throw away a sign-in under way.
 */
export async function signIn(page: Page, email: string, path = '/'): Promise<void> {
  await askToSignIn(page, email, path);
  await expect(page.getByLabel('Email', { exact: true }), 'signed in').toBeHidden();
}

/** Fills in the form and sends it, whatever comes of it. */
export async function askToSignIn(page: Page, email: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Where the portal keeps a session for a reload (kept-session.ts). */
const KEPT = 'mfa-portal::session';

/**
 * Opens a page as somebody who has signed in already, for tests that are about something else: the API is asked for a
 * token, which is put where a reload finds it. Who needs a second factor goes through `signIn`.
 */
export async function openSignedIn(page: Page, email: string, path = '/'): Promise<void> {
  const password = createHash('sha1').update('sandbox').digest('hex');
  const answer = await page.request.post('/api/v1/authenticate', { data: { username: email, password } });
  const { auth_token, refresh_token } = await answer.json();
  expect(auth_token, `${email} is signed in by the password alone`).toBeTruthy();
  const { iat, exp } = JSON.parse(Buffer.from(auth_token.split('.')[1], 'base64url').toString());
  const tokens = { authToken: auth_token, refreshToken: refresh_token, issuedAt: iat, expiresAt: exp };
  // A file of the same origin, in which no portal starts.
  await page.goto('/robots.txt');
  await page.evaluate(
    ([key, { tokens, ...rest }]) => {
      const now = Date.now();
      sessionStorage.setItem(key, JSON.stringify({ ...rest, tokens: { ...tokens, receivedAt: now }, lastActive: now }));
    },
    [KEPT, { id: crypto.randomUUID(), person: { kind: 'user', name: email }, tokens }] as const,
  );
  await page.goto(path);
}
