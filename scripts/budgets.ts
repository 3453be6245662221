/** What a route may load at most, as it goes over the wire: kB of JavaScript and of CSS, compressed. */
interface Budget {
  /** What is loaded besides the files that index.html names. */
  loads: readonly string[];
  js: number;
  css: number;
}

/** What every page after sign-in needs: the frame and the words of the pages, here the English ones. */
const FRAME = ['src/pages/frame/Shell.tsx', 'src/locales/en/pages.po'];
const page = (path: string) => [...FRAME, `src/pages/${path}.tsx`];

export const ROUTES: Record<string, Budget> = {
  '/sign-in': { loads: [], js: 132, css: 4 },
  '/': { loads: page('overview/OverviewPage'), js: 200, css: 9 },
  '/authenticators': { loads: page('authenticators/AuthenticatorsPage'), js: 213, css: 9 },
  '/authenticators/new': { loads: page('authenticators/new/NewPage'), js: 230, css: 9 },
  '/devices': { loads: page('devices/DevicesPage'), js: 200, css: 9 },
  '/activity': { loads: page('activity/ActivityPage'), js: 198, css: 9 },
  '/users': { loads: page('users/UsersPage'), js: 200, css: 9 },
  '/users/:user': { loads: page('users/user/UserPage'), js: 216, css: 11 },
  '/revoke': { loads: page('revoke/RevokePage'), js: 215, css: 10 },
  'not found': { loads: page('NotFoundPage'), js: 192, css: 7 },
};

/** Requests for the sign-in page: itself, its files, its icon. */
export const SIGN_IN_REQUESTS = 10;
/** All of the JavaScript, but for the words. */
export const ALL_CODE = 283;
/** The words of a language, both parts. */
export const LANGUAGE = 10.5;
