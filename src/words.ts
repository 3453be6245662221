import { i18n, type Messages } from '@lingui/core';
import { allSpoken, firstSpoken, type Language, STORED_LANGUAGE } from './languages.ts';
import { messages as english } from './locales/en/start.po';

/** The words of a part of the portal: those that are needed before signing in, and all others. */
type Part = 'start' | 'pages';
type Catalogue = { messages: Messages };

const catalogues: Record<Part, Record<string, () => Promise<Catalogue>>> = {
  start: import.meta.glob<Catalogue>(['./locales/*/start.po', '!./locales/en/start.po']),
  pages: import.meta.glob<Catalogue>('./locales/*/pages.po'),
};

/** Milliseconds. */
const LONGEST_WAIT = 8_000;

/** Parts whose words have been asked for. */
const needed = new Set<Part>(['start']);
/** Catalogues that are here. Handing one over again would have every word on the page drawn anew. */
const here = new Set<string>();

/** The language that is spoken, or about to be: its words may be on their way. */
let spoken: Language = 'en';

/**
 * Begins in the language that the HTML has chosen (early.ts). Where its words are not to be had, English it is, in the HTML
 * too: the page must come all the same.
 */
export async function startLanguage(): Promise<void> {
  const { lang } = document.documentElement;
  i18n.load('en', english);
  spoken = firstSpoken([lang], allSpoken()) ?? 'en';
  try {
    await Promise.race([loadNeeded(spoken), tooLate()]);
  } catch {
    spoken = 'en';
    dispatchEvent(new Event('speak-english'));
    return activate('en');
  }
  // Another one was chosen in the HTML meanwhile.
  if (document.documentElement.lang !== lang) return startLanguage();
  activate(spoken);
}

/** Speaks another language from now on, here and at the next visit. @throws Error where its words can't be loaded */
export async function chooseLanguage(language: Language): Promise<void> {
  await loadNeeded(language);
  activate(language);
  try {
    localStorage.setItem(STORED_LANGUAGE, language);
  } catch {
    // It lasts until the page is closed.
  }
}

/** Loads the words of a part, in the language that is spoken; its code must not show before they are there. */
export async function loadWords(part: Part): Promise<void> {
  needed.add(part);
  await load(spoken, part);
}

export function currentLanguage(): Language {
  return spoken;
}

async function loadNeeded(language: Language): Promise<void> {
  await Promise.all([...needed].map((part) => load(language, part)));
}

async function load(language: Language, part: Part): Promise<void> {
  const path = `./locales/${language}/${part}.po`;
  if (!catalogues[part][path] || here.has(path)) return;
  const catalogue: Catalogue | undefined = await catalogues[part][path]();
  // Nothing has come, and nothing will: the page is being loaded anew (stale-files.ts).
  if (!catalogue) return new Promise(() => undefined);
  i18n.load(language, catalogue.messages);
  here.add(path);
}

/** @throws Error after as long as words may keep a page waiting */
function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('The words took too long')), LONGEST_WAIT));
}

function activate(language: Language): void {
  spoken = language;
  i18n.activate(language);
  document.documentElement.lang = language;
}
