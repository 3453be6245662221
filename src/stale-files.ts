const RELOADED = 'mfa-portal:reloaded-for';

/**
 * After a new deployment the code files of the page that is open are gone. Loading the page once gets the new ones; where
 * that has been tried for this very file, the failure goes to the error page.
 * @param destination the address that is being gone to, which needs the file; undefined where none is
 */
export function reloadOnceForNewFiles(destination: () => string | undefined): void {
  addEventListener('vite:preloadError', (event) => {
    // Without a connection a reload would trade the page for the browser's own error.
    if (!navigator.onLine) return;
    const missing = event.payload.message;
    try {
      if (sessionStorage.getItem(RELOADED) === missing) return;
      sessionStorage.setItem(RELOADED, missing);
    } catch {
      // Without a memory of the reload, it could go on for ever.
      return;
    }
    event.preventDefault();
    const href = destination();
    if (href) location.assign(href);
    else location.reload();
  });
}
