import { globSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../src/languages.ts';

/** A message of the portal in some language, with its values filled in. Messages with a plural are not for it. */
export type Say = (message: string, values?: Record<string, string | number>) => string;

/** @throws Error for a message that the catalogues don't have: it was renamed, or is not translated */
export function wordsIn(language: string): Say {
  const words = catalogueOf(language);
  return (message, values = {}) => {
    const translation = words.get(message);
    if (!translation) throw new Error(`No words in ${language} for: ${message}`);
    return translation.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
  };
}

/** The language that needs most room, English aside. */
export function longestLanguage(): string {
  const length = (language: string) => [...catalogueOf(language).values()].join('').length;
  return Object.keys(LANGUAGES).reduce((longest, language) =>
    length(language) > length(longest) ? language : longest,
  );
}

function catalogueOf(language: string): Map<string, string> {
  const entries = globSync(`src/locales/${language}/*.po`).flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/^msgid (".+")\nmsgstr (".+")$/gm),
  ]);
  const words = new Map<string, string>();
  for (const [, message = '', translation = ''] of entries) {
    const known = words.get(JSON.parse(message));
    // The catalogues are one when both are loaded: a page must not change its words then.
    if (known && known !== JSON.parse(translation)) throw new Error(`${language} has two translations of ${message}`);
    words.set(JSON.parse(message), JSON.parse(translation));
  }
  return words;
}
