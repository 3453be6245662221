const RELOADED = 'mfa-portal:reloaded-for';

/**
 * After a new deployment the code files of the page that is open are gone. Loading the page once gets the new ones; where
 * that has been tried for this very file, the failure goes to the error page.
 * @param destination the address that is being gone to, or begun with; undefined where the page in place stays
 */
export function reloadOnceForNewFiles(destination: () => string | undefined): void {
  addEventListener('vite:preloadError', (event) => {
    // Without a connection a reload would trade the page for the browser's own error.
    if (!navigator.onLine) return;
    const href = destination();
    // What nobody is going to may be something loaded ahead, and a reload would throw away what is being typed.
    if (href === undefined) return;
    const missing = event.payload.message;
    try {
      if (sessionStorage.getItem(RELOADED) === missing) return;
      sessionStorage.setItem(RELOADED, missing);
    } catch {
      // Without a memory of the reload, it could go on for ever.
      return;
    }
    event.preventDefault();
    location.assign(href);
  });
}
