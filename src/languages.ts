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

/** Where a browser keeps the language that was chosen in it. */
export const STORED_LANGUAGE = 'mfa-portal:language';

export type Language = keyof typeof LANGUAGES | typeof PSEUDO;

/**
 * The first of some languages that is spoken here, or undefined.
 * @param tags BCP 47, the most wanted first
 */
export function firstSpoken(tags: readonly (string | undefined)[]): Language | undefined {
  return tags.map(spokenFor).find((language) => language !== undefined);
}

/** The language for a tag (BCP 47): the same, or one of its kind. Portuguese outside Brazil is Portugal's. */
function spokenFor(tag: string | undefined): Language | undefined {
  if (tag === undefined) return undefined;
  if (tag === PSEUDO) return PSEUDO;
  const known = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];
  const same = known.find((language) => language.toLowerCase() === tag.toLowerCase());
  if (same) return same;
  const [kind] = tag.toLowerCase().split('-');
  return known.find((language) => language.toLowerCase().split('-')[0] === kind);
}
