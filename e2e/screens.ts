import { activityScreens, deviceScreens, overviewScreens } from './screens/account.ts';
import { authenticatorScreens, setUpScreens } from './screens/authenticators.ts';
import { frameScreens } from './screens/frame.ts';
import { secondFactorScreens, signInScreens } from './screens/sign-in.ts';
import { personScreens, revokeScreens, userScreens } from './screens/staff.ts';
import type { Screen } from './screens/stage.ts';

const PAGES: Record<string, Record<string, Screen>> = {
  'sign-in': signInScreens,
  'second factor': secondFactorScreens,
  overview: overviewScreens,
  'authenticator apps': authenticatorScreens,
  'set up an app': setUpScreens,
  devices: deviceScreens,
  activity: activityScreens,
  users: userScreens,
  person: personScreens,
  revoke: revokeScreens,
  'any page': frameScreens,
};

/** Each page of the portal in each of its states. */
export const SCREENS = Object.entries(PAGES).flatMap(([page, screens]) =>
  Object.entries(screens).map(([state, show]) => ({ page, state, show })),
);
