import fc from 'fast-check';
import { refusal, SAMPLES } from '../sandbox/mutation.ts';
import { answerWith, anyAnswer, field, hasId, hold, received, SIZES } from './answers.ts';
import { askToSignIn, expect, openSignedIn, signIn, test } from './test.ts';

const AUTHENTICATE = { path: '/api/v1/authenticate', method: 'POST', said: () => undefined };
const isToken = (value: unknown) => typeof value === 'string' && /^[!-~]+$/.test(value);

for (const { tag, numRuns } of SIZES) {
  test(`signing in: whatever comes back, one is in, or asked for a code, or told${tag}`, async ({ page, sandbox }) => {
    await page.goto('/sign-in');
    const sample = fc.constantFrom(SAMPLES.signedIn, SAMPLES.secondFactor);
    await hold(
      fc.asyncProperty(sample.chain(anyAnswer), async (answer) => {
        await answerWith(sandbox, { ...AUTHENTICATE, sample: undefined }, answer);
        await askToSignIn(page, 'new@example.com', '/sign-in');
        const body = await received(answer);
        if (isToken(field(body, 'auth_token'))) {
          // The sandbox does not know this token, nor does it renew it while it answers like this.
          await expect(
            page.getByRole('heading', { name: 'Account security' }).or(page.getByRole('dialog')).first(),
          ).toBeAttached();
        } else if (isToken(field(body, 'mfa_token'))) {
          await expect(page.getByLabel('Verification code')).toBeVisible();
        } else await expect(page.getByRole('alert')).toHaveText(/\S/);
        await sandbox.clearFaults();
        await page.evaluate(() => sessionStorage.clear());
        await page.goto('/sign-in');
        await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
      }),
      numRuns,
    );
  });

  test(`the second factor: whatever comes back, one is in or told${tag}`, async ({ page, sandbox }) => {
    await signIn(page, 'app@example.com');
    await expect(page.getByLabel('Verification code')).toBeVisible();
    await hold(
      fc.asyncProperty(anyAnswer({}), async (answer) => {
        await answerWith(sandbox, { ...AUTHENTICATE, sample: undefined }, answer);
        await page.getByLabel('Verification code').fill('123456');
        await page.getByLabel('Verification code').press('Enter');
        await expect(page.getByRole('alert')).toHaveText(/\S/);
        await expect(page.getByLabel('Verification code')).toBeEnabled();
        await sandbox.clearFaults();
      }),
      numRuns,
    );
  });

  test(`a new key: whatever comes back, it can be set up, or the failure is told, and it can be left${tag}`, async ({
    page,
    sandbox,
  }) => {
    await openSignedIn(page, 'new@example.com');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
    const both = fc.record({ created: anyAnswer(SAMPLES.newKey), activated: refusal });
    await hold(
      fc.asyncProperty(both, async ({ created, activated }) => {
        const path = '/api/v1/user/mfa';
        await answerWith(
          sandbox,
          { path: `${path}$`, method: 'POST', sample: undefined, said: () => undefined },
          created,
        );
        await answerWith(sandbox, { path, method: 'PATCH', sample: undefined, said: () => undefined }, activated);
        await page.getByRole('link', { name: 'Authenticator apps' }).click();
        await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
        await page.getByLabel('Password', { exact: true }).fill('sandbox');
        await page.getByRole('button', { name: 'Continue' }).click();
        const body = await received(created);
        const uri = field(body, 'otpauth');
        const isUri = typeof uri === 'string' && uri.startsWith('otpauth://');
        const isKey = /^[A-Z2-7]{8,256}=*$/i.test(String(field(body, 'secret_key')));
        const isSet = hasId(body) && (isUri || (typeof field(body, 'secret_key') === 'string' && isKey));
        if (isSet) {
          await page.getByLabel(/\d-digit code/).fill('123456');
          await page.getByRole('button', { name: 'Activate', exact: true }).click();
          const anyway = page.getByRole('button', { name: 'Activate anyway' });
          const told = page.getByRole('alert').filter({ hasText: 'Details' });
          // A code that does not fit is not sent by itself.
          await expect(anyway.or(told)).toBeVisible();
          if (await anyway.isVisible()) await anyway.click();
          await expect(told).toBeVisible();
        } else
          await expect(
            page.getByRole('alert').or(page.getByRole('button', { name: 'Move to a new phone' })),
          ).toBeVisible();
        await sandbox.clearFaults();
        await page.getByRole('link', { name: 'Overview' }).click();
        if (isSet) await page.getByRole('button', { name: 'Leave and delete the key' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
      }),
      numRuns,
    );
  });

  test(`a list to revoke: whatever comes back of a person, the line says what it is${tag}`, async ({
    page,
    sandbox,
  }) => {
    await openSignedIn(page, 'admin@example.com', '/revoke');
    await hold(
      fc.asyncProperty(anyAnswer(SAMPLES.user), async (answer) => {
        const path = '/api/v1/user/person%40example.com$';
        await answerWith(sandbox, { path, sample: undefined, said: () => undefined }, answer);
        await page.getByLabel('Emails or user IDs').fill('person@example.com');
        await page.getByRole('button', { name: 'Preview' }).click();
        const row = page.getByRole('row').nth(1);
        if (hasId(await received(answer))) await expect(page.getByText('1 person was found.')).toBeVisible();
        else await expect(row).toContainText(answer.status === 404 ? 'Not found' : 'Could not be looked up');
        await sandbox.clearFaults();
        await page.getByRole('button', { name: 'Back to the list' }).click();
      }),
      numRuns,
    );
  });
}
