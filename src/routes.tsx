import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query';
import {
  type ActionFunctionArgs,
  createBrowserRouter,
  type LoaderFunctionArgs,
  matchRoutes,
  type RouteObject,
  type RouterNavigateOptions,
  redirect,
  type To,
} from 'react-router';
import { answeredPress } from './api/answered-press.ts';
import { directoryQuery, isSearchable } from './api/directory.ts';
import { type EventKind, eventsQuery } from './api/events.ts';
import { mfaKeyStatusesQuery, mfaKeyTypesQuery } from './api/mfa-keys.ts';
import { trustedDevicesQuery } from './api/trusted-devices.ts';
import { meansNoAccount, myUserQuery, userQuery, userStatusesQuery } from './api/users.ts';
import { discardPlan } from './pages/parts/discardPlan.ts';
import { readKind } from './pages/parts/kinds.ts';
import { Root } from './pages/Root.tsx';
import { RouteFailed } from './pages/RouteFailed.tsx';
import { nextOf, signInPath } from './pages/sign-in/next.ts';
import { SignInPage } from './pages/sign-in/SignInPage.tsx';
import { readCriteria } from './pages/users/criteria.ts';
import { refOf } from './pages/users/user/ref.ts';
import { queryClient } from './query-client.ts';
import { getSession, ready, signOut } from './session/session.ts';
import { isApplication } from './session/state.ts';
import { basePath } from './settings.ts';
import { LoadingPage } from './ui/LoadingPage.tsx';
import { loadWords } from './words.ts';

const SIGN_IN = 'sign-in';

/** The site map: each path with its page, its guard, and the reads that start beside its code. */
const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: RouteFailed,
    HydrateFallback: LoadingPage,
    children: [
      { id: SIGN_IN, path: 'sign-in', Component: SignInPage, loader: goOnWhenSignedIn, action: leave },
      {
        middleware: [requireSession, forgetFailures],
        ErrorBoundary: RouteFailed,
        lazy: async () => {
          const [{ Shell }] = await Promise.all([import('./pages/frame/Shell.tsx'), loadWords('pages')]);
          return { Component: Shell };
        },
        loader: beginMe,
        shouldRevalidate: () => true,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('./pages/overview/OverviewPage.tsx')).OverviewPage }),
            loader: () => {
              begin(trustedDevicesQuery('my'));
              beginEvents('my');
            },
          },
          {
            path: 'authenticators',
            lazy: async () => ({
              Component: (await import('./pages/authenticators/AuthenticatorsPage.tsx')).AuthenticatorsPage,
            }),
            loader: () => {
              begin(mfaKeyStatusesQuery);
              begin(mfaKeyTypesQuery);
            },
          },
          {
            path: 'authenticators/new',
            lazy: async () => ({ Component: (await import('./pages/authenticators/new/NewPage.tsx')).NewPage }),
            loader: () => begin(mfaKeyTypesQuery),
          },
          {
            path: 'devices',
            lazy: async () => ({ Component: (await import('./pages/devices/DevicesPage.tsx')).DevicesPage }),
            loader: () => begin(trustedDevicesQuery('my')),
          },
          {
            path: 'activity',
            lazy: async () => ({ Component: (await import('./pages/activity/ActivityPage.tsx')).ActivityPage }),
            loader: ({ request }) => beginEvents('my', readKind(new URL(request.url).searchParams)),
          },
          {
            path: 'users',
            lazy: async () => ({ Component: (await import('./pages/users/UsersPage.tsx')).UsersPage }),
            loader: ({ request }) => {
              const criteria = readCriteria(new URL(request.url).searchParams);
              if (isSearchable(criteria)) begin(directoryQuery(criteria));
              begin(userStatusesQuery);
            },
          },
          {
            path: 'users/:user',
            lazy: async () => ({ Component: (await import('./pages/users/user/UserPage.tsx')).UserPage }),
            loader: ({ params, request }) => beginUser(refOf(params.user), readKind(new URL(request.url).searchParams)),
          },
          {
            path: 'revoke',
            lazy: async () => ({ Component: (await import('./pages/revoke/RevokePage.tsx')).RevokePage }),
          },
        ],
      },
      {
        path: '*',
        // In the frame of the signed-in, whose words come with the pages'.
        lazy: async () => {
          const [{ NotFoundPage }] = await Promise.all([import('./pages/NotFoundPage.tsx'), loadWords('pages')]);
          return { Component: NotFoundPage };
        },
      },
    ],
  },
];

/**
 * @param signInIsShown whether the HTML shows the sign-in page, because nobody is signed in; then that is where a page
 *   that asks for a session leads, without a request
 * @returns the router, whether it begins with what the HTML shows, and a navigation for where nothing was pressed
 */
export function createRouter(signInIsShown: boolean) {
  const [, guarded] = matchRoutes(routes, location, basePath) ?? [];
  const isSignIn = signInIsShown && (guarded?.route.id === SIGN_IN || guarded?.route.middleware !== undefined);
  if (isSignIn && guarded.route.id !== SIGN_IN) {
    history.replaceState(null, '', basePath.slice(0, -1) + signInPath(pathOf(location)));
  }
  const hydrationData = { loaderData: { [SIGN_IN]: null } };
  const router = createBrowserRouter(routes, { basename: basePath, ...(isSignIn && { hydrationData }) });
  const { navigate } = router;
  router.navigate = async (to: To | number | null, options?: RouterNavigateOptions) => {
    await answeredPress();
    await (typeof to === 'number' ? navigate(to) : navigate(to, options));
  };
  return { router, isSignIn, goAtOnce: navigate };
}

/** Loads the code and the words of the page that one comes to from signing in, bit by bit: somebody is typing. */
export async function preloadPage(): Promise<void> {
  for (const { route } of matchRoutes(routes, nextOf(new URL(location.href))) ?? []) {
    await answeredPress();
    if (typeof route.lazy === 'function') route.lazy().catch(() => undefined); // it shows where it is needed
  }
}

/** Starts a read and waits for nothing: the page shows its shape, and each part comes when it is there. */
function begin<T, Key extends QueryKey>(query: FetchQueryOptions<T, Error, T, Key>): void {
  void queryClient.prefetchQuery(query);
}

/** Asks who one is, on each page until that is known: by the account, or by there being none for a workspace. */
function beginMe(): void {
  const { data, error } = queryClient.getQueryState(myUserQuery.queryKey) ?? {};
  const hasNone = isApplication(getSession()) && meansNoAccount(error);
  // The frame looks on, and stays.
  if (data === undefined && !hasNone) void queryClient.prefetchQuery(myUserQuery);
}

function beginEvents(user: number | 'my', kind?: EventKind): void {
  void queryClient.prefetchInfiniteQuery(eventsQuery(user, kind));
}

/**
 * All of a person's page at once where the address has their number; devices and events know no e-mail. The words of the
 * lookups come last: a browser without HTTP/2 has six requests under way, and these are one more.
 */
function beginUser(ref: number | string, kind: EventKind | undefined): void {
  const beginRest = (user: number) => {
    begin(trustedDevicesQuery(user));
    beginEvents(user, kind);
  };
  const query = userQuery(ref);
  if (typeof ref === 'number') {
    begin(query);
    beginRest(ref);
  } else {
    // A failure shows where the person would be.
    queryClient.fetchQuery(query).then(
      ({ id }) => beginRest(id),
      () => undefined,
    );
  }
  begin(userStatusesQuery);
  begin(mfaKeyStatusesQuery);
  begin(mfaKeyTypesQuery);
}

function goOnWhenSignedIn({ request }: LoaderFunctionArgs): null {
  if (getSession().state === 'signed-in') throw redirect(nextOf(new URL(request.url)));
  return null;
}

/** Signing out is a navigation, so that a page with unfinished work can ask first. */
async function leave({ request }: ActionFunctionArgs): Promise<Response> {
  const discarded = (await request.formData()).get('discarded');
  if (typeof discarded === 'string' && discarded !== '') await discardPlan(discarded);
  signOut();
  return redirect('/sign-in');
}

/** Lets the signed-in through, and those whose session is locked: they sign in over the page. */
async function requireSession({ request }: LoaderFunctionArgs): Promise<void> {
  await ready;
  if (getSession().state !== 'signed-out') return;
  throw redirect(signInPath(pathOf(new URL(request.url))));
}

/** The page that was come to last. */
let page = location.pathname;

/**
 * What failed on one page is read anew on the next apart from it: leaving the page that still says so would call the
 * new read off with the old, and the failure would be all that the next one knows.
 */
function forgetFailures({ request }: LoaderFunctionArgs): void {
  const { pathname } = new URL(request.url);
  if (pathname === page) return;
  page = pathname;
  // Who one is, the frame shows, which stays.
  queryClient.removeQueries({
    predicate: ({ queryKey, state }) => state.status === 'error' && !state.data && queryKey !== myUserQuery.queryKey,
  });
}

/** An address has the whole path; a redirect, like a link, is told the part below the base. */
function pathOf({ pathname, search }: { pathname: string; search: string }): string {
  return pathname.slice(basePath.length - 1) + search;
}
