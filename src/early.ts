import { firstSpoken, type Language, STORED_LANGUAGE } from './languages.ts';
import { storedNames } from './session/stored-names.ts';
import { restoreTheme } from './ui/theme.ts';

/**
 * Stands in the HTML itself and runs before any other script has come: chooses what the page looks like, in which
 * language and theme, and keeps what is pressed until the app can answer. Its words are those of a build (prerender.ts);
 * the dev server has none, and the app begins with an empty page.
 */
type Words = { title: string } & Record<'signIn' | 'shape', { texts: string[]; files: string[] }>;

const root = document.querySelector<HTMLElement>('#root');
const shape = document.querySelector<HTMLTemplateElement>('#shape');
const settings: { apiUrl?: string; basePath?: string } = read('settings');
const words: Partial<Record<Language, Words>> = read('words');
const basePath = settings.basePath ?? '/';
const page = !globalThis.crypto?.subtle || mayBeSignedIn() ? 'shape' : 'signIn';

restoreTheme();
if (root && shape) {
  root.dataset.page = page;
  if (page === 'shape') {
    root.replaceChildren(shape.content);
  } else {
    document.addEventListener('click', keep);
    document.addEventListener('change', switchLanguage);
    document.addEventListener('ready', answer, { once: true });
  }
}
speak(firstSpoken([attempt(() => localStorage[STORED_LANGUAGE]), ...navigator.languages]) ?? 'en');
if (root) root.hidden = false;
// The browser's own turn may have come while this was hidden.
root?.querySelector<HTMLElement>('[autofocus]')?.focus();

/** Whether this tab was signed in before a reload, or another one may be. */
function mayBeSignedIn(): boolean | undefined {
  const { kept, openUntil } = storedNames(settings.apiUrl, basePath);
  return attempt(() => kept in sessionStorage || localStorage[openUntil] > Date.now());
}

function speak(language: Language): void {
  document.documentElement.lang = language;
  const said = words[language];
  if (!said || !root) return;
  if (page === 'signIn') document.title = said.title;
  const text = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (const words of said[page].texts) if (text.nextNode()) text.currentNode.nodeValue = words;
  const choice = root.querySelector('select');
  if (choice) choice.value = language;
  for (const file of said[page].files) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: basePath + file });
    document.head.append(link);
  }
}

function switchLanguage({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  speak(target.value as Language);
  attempt(() => {
    localStorage[STORED_LANGUAGE] = target.value;
  });
}

let pressed: HTMLElement | undefined;

/** Enter in a field presses the form's button too. */
function keep(event: Event): void {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button) return;
  event.preventDefault();
  pressed?.removeAttribute('aria-busy');
  pressed = button;
  pressed.ariaBusy = 'true';
}

function answer(): void {
  document.removeEventListener('click', keep);
  document.removeEventListener('change', switchLanguage);
  pressed?.removeAttribute('aria-busy');
  pressed?.click();
}

function read(id: string) {
  return JSON.parse(document.getElementById(id)?.textContent || '{}');
}

/** Storage may be blocked. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
