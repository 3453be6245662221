import { NEW, type Screen, type Stage } from './stage.ts';

/** What may come on or around any page. */
export const frameScreens: Record<string, Screen> = {
  'staff only': (stage) => stage.open('/users', 'observer@example.com'),
  'page not found': async (stage) => {
    await stage.page.goto('/nowhere');
    await stage.sees(stage.heading('Page not found'));
  },
  'page not found, signed in': async (stage) => {
    await stage.open('/', NEW);
    await stage.page.goto('/nowhere');
    await stage.sees(stage.heading('Page not found'));
  },
  'menu of the account': async (stage) => {
    await openNavigation(stage);
    await stage.page.getByRole('button', { name: NEW }).click();
    await stage.sees(stage.page.getByRole('menu'));
  },
  'navigation on a phone': openNavigation,
  offline: async (stage) => {
    await stage.open('/', NEW);
    await stage.page.context().setOffline(true);
    await stage.sees(stage.text('You are offline. What is shown may be old; it comes up to date by itself.'));
  },
  'about to lock': async (stage) => {
    await openAndWait(stage, 14 * 60 + 5);
    await stage.sees(stage.button('Stay signed in'));
  },
  locked: async (stage) => {
    await openAndWait(stage, 15 * 60 + 5);
    await stage.sees(stage.page.getByRole('dialog'));
  },
  'code of a page that is gone': async (stage) => {
    await stage.open('/', NEW);
    await stage.page.route('**/assets/DevicesPage-*.js', (route) => route.fulfill({ status: 404 }));
    await stage.page.getByRole('link', { name: stage.say('Trusted devices'), exact: true }).click();
    await stage.sees(stage.text('This page could not be shown'));
  },
};

/** On a narrow screen alone it is behind a button. */
async function openNavigation(stage: Stage): Promise<void> {
  await stage.page.setViewportSize({ width: 320, height: 640 });
  await stage.open('/', NEW);
  await stage.button('Menu').click();
}

async function openAndWait(stage: Stage, seconds: number): Promise<void> {
  await stage.page.clock.install();
  await stage.open('/', NEW);
  await stage.page.clock.fastForward(seconds * 1_000);
}
