/** What the portal speaks, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  'pt-PT': 'Português (Portugal)',
  'pt-BR': 'Português (Brasil)',
} as const;

/** Stretched and accented English, to find what is not translated; no menu offers it. */
const PSEUDO = 'en-XA';

/** All that is spoken. Portuguese outside Brazil is Portugal's, so that comes first. */
export function allSpoken(): string[] {
  return [...Object.keys(LANGUAGES), PSEUDO];
}

/** Where a browser keeps the language that was chosen in it. */
export const STORED_LANGUAGE = 'mfa-portal:language';

export type Language = keyof typeof LANGUAGES | typeof PSEUDO;

/**
 * The first of some languages that is spoken here, or undefined.
 * @param tags BCP 47, the most wanted first
 * @param spoken what there is to choose from
 */
export function firstSpoken(tags: readonly (string | undefined)[], spoken: readonly string[]): Language | undefined {
  return tags.map((tag) => spokenFor(tag, spoken)).find((language) => language !== undefined);
}

/** The language for a tag (BCP 47): the same, or the first of its kind. */
function spokenFor(tag: string | undefined, spoken: readonly string[]): Language | undefined {
  const kindOf = (language: string) => language.toLowerCase().split('-')[0];
  const same = spoken.find((language) => language.toLowerCase() === tag?.toLowerCase());
  return (same ?? spoken.find((language) => tag && kindOf(language) === kindOf(tag))) as Language | undefined;
}
