import './ui/tokens.css';
import './ui/base.css';
import { createRoot, hydrateRoot, type RootOptions } from 'react-dom/client';
import { connect } from './api/client.ts';
import { apiNow } from './api/clock.ts';
import { ApiError } from './api/errors.ts';
import { App } from './app.tsx';
import { queryClient } from './query-client.ts';
import { budget } from './revocation/budget-of-browser.ts';
import { createRouter, preloadPage } from './routes.tsx';
import { watchIdle } from './session/idle.ts';
import { getEpoch, getSession, getToken, isOver, onSessionEnd, ready, renew } from './session/session.ts';
import { store } from './session/storage.ts';
import { apiUrl } from './settings.ts';
import { reloadOnceForNewFiles } from './stale-files.ts';
import { setClock } from './ui/useNow.ts';
import { startLanguage } from './words.ts';

connect({ apiUrl, getToken, getEpoch, renew, onRequest: () => budget.count() });
watchIdle();
setClock(apiNow);

// Its words and those of the pages are on their way together.
const speaking = startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const { router, isSignIn, goAtOnce } = createRouter(root.dataset.page === 'signIn');
reloadOnceForNewFiles(() => {
  const { navigation, initialized } = router.state;
  if (!initialized) return location.href;
  return navigation.location && router.createHref(navigation.location);
});

onSessionEnd(() => {
  queryClient.clear();
  // How far each page was scrolled: the router keeps that over a reload, and has read it from here when it starts anew.
  store('sessionStorage', 'react-router-scroll-positions', {});
  // By then it is clear whether somebody else has signed in or nobody is signed in.
  queueMicrotask(() => goAtOnce(getSession().state === 'signed-out' ? '/sign-in' : '/'));
});

// A page from the back-forward cache may show what a session had that is over since.
addEventListener('pageshow', (event) => {
  if (event.persisted && isOver()) location.reload();
});

// The code of where one will be while one is typing who one is; the letter comes first.
document.addEventListener('input', () => setTimeout(preloadPage), { once: true });

const options: RootOptions = {
  // An answer that failed is told where it was to be shown; a fault of ours belongs in the console.
  onCaughtError: (error) => {
    if (!(error instanceof ApiError)) reportError(error);
  },
  // The same when React has to render once more because of it.
  onRecoverableError: (error) => {
    if (!(error instanceof Error && error.cause instanceof ApiError)) reportError(error);
  },
};
const app = (
  <App
    router={router}
    onReady={() => {
      performance.mark('ready');
      // Another tab may have signed this one in by then: what was pressed was for somebody signed out.
      void ready.then(() => dispatchEvent(new CustomEvent('ready', { detail: getSession().state === 'signed-out' })));
    }}
  />
);
// What was typed and filled in so far stays where the HTML is taken over as it is.
await speaking;
dispatchEvent(new Event('take-over'));
root.hidden = false;
if (isSignIn) hydrateRoot(root, app, options);
else createRoot(root, options).render(app);
