/** Light or dark by force, or as the system says. */
export type Theme = 'system' | 'light' | 'dark';

const STORED = 'mfa-portal:theme';

export function currentTheme(): Theme {
  const forced = document.documentElement.dataset.theme;
  return forced === 'light' || forced === 'dark' ? forced : 'system';
}

/** Shows the theme chosen here earlier; called before the first paint. */
export function restoreTheme(): void {
  try {
    const stored = localStorage.getItem(STORED);
    if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored;
  } catch {
    // Storage is blocked: the system's theme it is.
  }
}

/** Every colour changes, which takes a while: it begins once the answer to the press that chose it is painted. */
export function chooseTheme(theme: Theme): void {
  setTimeout(show, 0, theme);
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // It lasts until the page is closed.
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
