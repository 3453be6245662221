import { i18n, type Messages } from '@lingui/core';
import { firstSpoken, type Language, STORED_LANGUAGE } from './languages.ts';
import { messages as english } from './locales/en/start.po';

/** The words of a part of the portal: those that are needed before signing in, and all others. */
type Part = 'start' | 'pages';
type Catalogue = { messages: Messages };

const catalogues: Record<Part, Record<string, () => Promise<Catalogue>>> = {
  start: import.meta.glob<Catalogue>(['./locales/*/start.po', '!./locales/en/start.po']),
  pages: import.meta.glob<Catalogue>('./locales/*/pages.po'),
};

/** Parts whose words have been asked for. */
const needed = new Set<Part>(['start']);

/** The language that is spoken, or about to be: its words may be on their way. */
let spoken: Language = 'en';

/**
 * Begins in the language that the HTML has chosen (early.ts). Where its words are not to be had, English it is: the page
 * must come all the same.
 * @returns whether it is the language of the HTML
 */
export async function startLanguage(): Promise<boolean> {
  const { lang } = document.documentElement;
  i18n.load('en', english);
  spoken = firstSpoken([lang]) ?? 'en';
  try {
    await loadNeeded(spoken);
  } catch {
    activate('en');
    return false;
  }
  // Another one was chosen in the HTML meanwhile.
  if (document.documentElement.lang !== lang) return startLanguage();
  activate(spoken);
  return true;
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
  const catalogue = await catalogues[part][`./locales/${language}/${part}.po`]?.();
  if (catalogue) i18n.load(language, catalogue.messages);
}

function activate(language: Language): void {
  spoken = language;
  i18n.activate(language);
  document.documentElement.lang = language;
}
