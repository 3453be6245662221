const RELOADED = 'mfa-portal:reloaded-for';

/**
 * After a new deployment the code files of the page that is open are gone. One reload gets the new ones; where that
 * has been tried for this very file, the failure goes to the error page.
 */
export function reloadOnceForNewFiles(): void {
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
    location.reload();
  });
}
