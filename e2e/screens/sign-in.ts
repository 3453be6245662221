import { expect } from '@playwright/test';
import { APP, NEW, type Screen, type Stage } from './stage.ts';

export const signInScreens: Record<string, Screen> = {
  empty: async (stage) => {
    await stage.page.goto('/sign-in');
    await stage.sees(stage.button('Sign in'));
  },
  'with nothing entered': async (stage) => {
    await stage.page.goto('/sign-in');
    await stage.button('Sign in').click();
    await stage.sees(stage.text('Enter your password.'));
  },
  waiting: async (stage) => {
    await stage.page.goto('/sign-in');
    await stage.field('Email').fill(NEW);
    await stage.field('Password').fill('sandbox');
    await stage.holdBack(/authenticate/);
    await stage.button('Sign in').click();
    await expect(stage.button('Sign in')).toHaveAttribute('aria-busy', 'true');
  },
  'wrong password': async (stage) => {
    await stage.page.goto('/sign-in');
    await stage.enter(NEW, 'wrong');
    await stage.sees(stage.page.getByRole('alert'));
  },
  locked: async (stage) => {
    await stage.page.goto('/sign-in');
    for (const attempt of ['1', '2', '3', '4']) {
      await stage.enter(NEW, attempt);
      await expect(stage.button('Sign in')).not.toHaveAttribute('aria-busy', 'true');
    }
    await stage.sees(stage.page.getByRole('timer'));
  },
  'too many requests': async (stage) => {
    await stage.sandbox.addFault({ path: '/api/v1/authenticate', status: 429, headers: { 'Retry-After': '120' } });
    await stage.page.goto('/sign-in');
    await stage.enter(NEW);
    await stage.sees(
      stage.text(
        'Too many requests have come from your network. No account is locked. Wait a few minutes, then try again.',
      ),
    );
  },
  'service down': async (stage) => {
    await stage.sandbox.addFault({ path: '/api/v1/authenticate', status: 500, times: 'always' });
    await stage.page.goto('/sign-in');
    await stage.enter(NEW);
    await stage.text('Details').click();
  },
  'application token': async (stage) => {
    await stage.page.goto('/sign-in');
    await stage.button('Use an application token instead').click();
    await stage.sees(stage.field('Application token'));
  },
};

export const secondFactorScreens: Record<string, Screen> = {
  empty: openSecondFactor,
  'wrong code, lost phone': async (stage) => {
    await openSecondFactor(stage);
    await stage.field('Verification code').fill('000000');
    await stage.text('Lost your phone?').click();
    await stage.sees(stage.page.getByRole('alert'));
  },
  locked: async (stage) => {
    await openSecondFactor(stage);
    for (const attempt of ['1', '2', '3', '4']) {
      const answer = stage.page.waitForResponse('**/api/v1/authenticate');
      await stage.field('Verification code').fill(attempt.repeat(6));
      if (attempt !== '1') await stage.button('Verify').click();
      await (await answer).finished();
      await expect(stage.button('Verify')).not.toHaveAttribute('aria-busy', 'true');
    }
    await stage.sees(stage.page.getByRole('timer'));
  },
};

async function openSecondFactor(stage: Stage): Promise<void> {
  await stage.page.goto('/sign-in');
  await stage.enter(APP);
  await stage.sees(stage.field('Verification code'));
}
