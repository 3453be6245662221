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
  '/sign-in': { loads: [], js: 128, css: 4.5 },
  '/': { loads: page('overview/OverviewPage'), js: 153, css: 10 },
  '/authenticators': { loads: page('authenticators/AuthenticatorsPage'), js: 168, css: 9.5 },
  '/authenticators/new': { loads: page('authenticators/new/NewPage'), js: 184, css: 9.5 },
  '/devices': { loads: page('devices/DevicesPage'), js: 155, css: 9.5 },
  '/activity': { loads: page('activity/ActivityPage'), js: 152, css: 9.5 },
  '/users': { loads: page('users/UsersPage'), js: 156, css: 10 },
  '/users/:user': { loads: page('users/user/UserPage'), js: 167, css: 12 },
  '/revoke': { loads: page('revoke/RevokePage'), js: 169, css: 11.5 },
  'not found': { loads: page('NotFoundPage'), js: 153, css: 9 },
};

/** Requests for the sign-in page: itself, its files, its icon. */
export const SIGN_IN_REQUESTS = 10;
/** All of the JavaScript, but for the words. */
export const ALL_CODE = 235;
/** The words of a language, both parts. */
export const LANGUAGE = 8;
