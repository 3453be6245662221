import { apiBase } from './api-base.ts';
import { firstSpoken, type Language, STORED_LANGUAGE } from './languages.ts';
import { OPEN_UNTIL, portalName, SESSION } from './session/stored-names.ts';
import { restoreTheme } from './ui/theme.ts';

/**
 * Stands in the HTML itself and runs before any other script has come: chooses what the page looks like, in which
 * language and theme, and keeps what is pressed until the app can answer. Its words are those of a build (prerender.ts);
 * the dev server has the languages alone, and the app begins with an empty page.
 */
type Shown = 'signIn' | 'shape';
type Words = { broken: string } & Record<Shown, { title: string; texts: string[]; files: string[] }>;

const root = document.querySelector<HTMLElement>('#root');
const settings = read('settings') as { apiUrl?: string; basePath?: string };
const words = read('words') as Partial<Record<Language, Words>>;
const basePath = String(settings.basePath ?? '/');
const path = location.pathname.slice(basePath.length - 1);
const shape = [...document.querySelectorAll('template')].find(({ dataset }) => path.match(`${dataset.paths}`));
/** The form needs Web Crypto, and is told so by the app. */
const shown: Shown = !globalThis.crypto?.subtle || mayBeSignedIn() ? 'shape' : 'signIn';
/** The button that was pressed last. Enter in a field presses its form's. */
let pressed: HTMLElement | undefined;

restoreTheme();
if (root && shape) {
  root.dataset.page = shown;
  if (shown === 'shape') root.replaceChildren(shape.content);
}
speak(firstSpoken([attempt(() => localStorage[STORED_LANGUAGE]), ...navigator.languages], Object.keys(words)) ?? 'en');
if (root) root.hidden = false;
// The browser's own turn may come while this is hidden.
root?.querySelector<HTMLElement>('[data-first-focus]')?.focus();

// Before the app hears of it: it may listen already, and not be ready.
addEventListener('click', press, true);
addEventListener('input', release);
addEventListener('change', switchLanguage);
addEventListener('error', sayBroken, true);
/** The app can't speak the language of the HTML. */
addEventListener('speak-english', () => speak('en'));
/** From here on the words are the app's. */
addEventListener('take-over', () => removeEventListener('change', switchLanguage));
addEventListener('ready', ({ detail: isSignedOut }: CustomEventInit<boolean>) => {
  removeEventListener('click', press, true);
  const button = pressed;
  release();
  if (isSignedOut) button?.click();
});

/** Whether this tab was signed in before a reload, or another one may be. */
function mayBeSignedIn(): boolean | undefined {
  const portal = portalName(apiBase(settings.apiUrl, basePath));
  return attempt(() => portal + SESSION in sessionStorage || localStorage[portal + OPEN_UNTIL] > Date.now());
}

function speak(language: Language): void {
  document.documentElement.lang = language;
  const said = words[language];
  if (!said || !root?.dataset.page) return;
  document.title = said[shown].title;
  const text = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (const words of said[shown].texts) if (text.nextNode()) text.currentNode.nodeValue = words;
  const choice = root.querySelector('select');
  if (choice) choice.value = language;
  for (const file of said[shown].files) add('link', { rel: 'modulepreload', href: basePath + file });
}

function switchLanguage({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  speak(target.value as Language);
  attempt(() => {
    localStorage[STORED_LANGUAGE] = target.value;
  });
}

function press(event: Event): void {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  release();
  pressed = button;
  pressed.ariaBusy = 'true';
}

/** What is typed after a press was not meant by it. */
function release(): void {
  pressed?.removeAttribute('aria-busy');
  pressed = undefined;
}

/** A file of the app's own that did not come, before there is anything else to say it. */
function sayBroken({ target }: Event): void {
  const language = document.documentElement.lang as Language;
  if (!(target instanceof HTMLScriptElement) || !root) return;
  // Once, for all the files.
  removeEventListener('error', sayBroken, true);
  release();
  root.prepend(add('p', { role: 'alert', className: 'broken', textContent: words[language]?.broken }));
}

function add(name: string, properties: object): HTMLElement {
  const element = Object.assign(document.createElement(name), properties);
  document.head.append(element);
  return element;
}

function read(id: string): object {
  return attempt(() => JSON.parse(document.getElementById(id)?.textContent || '{}')) ?? {};
}

/** Storage may be blocked, and a setting broken. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
