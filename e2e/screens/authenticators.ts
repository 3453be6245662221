import { expect } from '@playwright/test';
import { codeOf, scan, setupKeyOf } from '../phone.ts';
import { APP, ME, NEW, type Screen, type Stage } from './stage.ts';

const API = /\/api\/v1\/(?!authenticate)/;

export const authenticatorScreens: Record<string, Screen> = {
  list: (stage) => stage.open('/authenticators', APP),
  empty: (stage) => stage.open('/authenticators', NEW),
  loading: (stage) => stage.openWaiting('/authenticators', NEW, API),
  error: (stage) => stage.openFailing('/authenticators', NEW, '/api/v1/user/my'),
  'unfinished key': openUnfinished,
  'enter the code': async (stage) => {
    await openUnfinished(stage);
    await stage.button('Enter the code').click();
    await stage.button('Activate').click();
    await stage.sees(stage.text('Enter the 6 digits that your app shows.'));
  },
  'start again': async (stage) => {
    await openUnfinished(stage);
    await stage.button('Start again').click();
    await stage.sees(stage.dialog());
  },
  remove: async (stage) => {
    await stage.open('/authenticators', APP);
    await stage.button('Remove').click();
    await stage.sees(stage.dialog());
  },
  'not removed': async (stage) => {
    await stage.sandbox.changeUser(APP, { enforced: true });
    await stage.open('/authenticators', APP);
    await stage.button('Remove').click();
    await stage.confirm().click();
    await stage.sees(stage.dialog().getByRole('alert'));
  },
};

export const setUpScreens: Record<string, Screen> = {
  password: (stage) => stage.open('/authenticators/new', NEW),
  loading: (stage) => stage.openWaiting('/authenticators/new', NEW, API),
  'no password, choice of type': async (stage) => {
    await stage.sandbox.setLookups({
      mfa_type: [
        { id: 0, description: 'Time-Based One-Time Password' },
        { id: 1, description: 'Time-Based One-Time Password with eight digits, for the devices of the field service' },
      ],
    });
    await stage.open('/authenticators/new', NEW);
    await stage.button('Continue').click();
    await stage.sees(stage.text('Enter your password.'));
  },
  'wrong password': async (stage) => {
    await stage.open('/authenticators/new', NEW);
    await stage.field('Password').fill('wrong');
    await stage.button('Continue').click();
    await stage.sees(stage.page.getByRole('alert'));
  },
  scan: (stage) => openScan(stage),
  'can’t scan, wrong code': async (stage) => {
    await openScan(stage);
    await stage.text('Can’t scan it?').click();
    await stage.field('6-digit code').fill('000000');
    await stage.button('Activate').click();
    await stage.sees(stage.button('Activate anyway'));
  },
  'not accepted': async (stage) => {
    await openScan(stage);
    await stage.field('6-digit code').fill('000000');
    await stage.button('Activate').click();
    await stage.button('Activate anyway').click();
    await stage.sees(stage.page.getByRole('alert'));
  },
  leave: async (stage) => {
    await openScan(stage);
    await stage.page.getByRole('link', { name: stage.say('Cancel') }).click();
    await stage.sees(stage.dialog());
  },
  done: async (stage) => {
    await openScan(stage);
    const key = setupKeyOf(await scan(qrCode(stage)));
    await stage.field('6-digit code').fill(codeOf(key));
    await stage.button('Activate').click();
    await stage.sees(stage.heading('Your authenticator app is active'));
  },
  'another app is active': openMove,
  'move to a new phone': async (stage) => {
    await openMove(stage);
    await stage.button('Move to a new phone').click();
    await stage.sees(stage.button('Remove the old app and continue'));
  },
  'not moved': async (stage) => {
    await stage.sandbox.changeUser(APP, { enforced: true });
    await openMove(stage);
    await stage.button('Move to a new phone').click();
    await stage.button('Remove the old app and continue').click();
    await stage.sees(stage.page.getByRole('alert'));
  },
};

const qrCode = ({ page, say }: Stage) => page.getByRole('img', { name: say('QR code for your authenticator app') });

async function openUnfinished(stage: Stage): Promise<void> {
  await stage.sandbox.addUser({ username: ME, keys: [{ status: 'pending', created_seconds_ago: 7_200 }] });
  await stage.open('/authenticators', ME);
}

async function openScan(stage: Stage): Promise<void> {
  await stage.open('/authenticators/new', NEW);
  await stage.field('Password').fill('sandbox');
  await stage.button('Continue').click();
  await expect(qrCode(stage)).toBeVisible();
}

async function openMove(stage: Stage): Promise<void> {
  await stage.open('/authenticators/new', APP);
  await stage.field('Password').fill('sandbox');
  await stage.button('Continue').click();
  await stage.sees(stage.button('Move to a new phone'));
}
