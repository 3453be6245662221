/** "12 trusted devices, 6 authenticator apps", as the language strings things together. */
export function listOf(parts: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
}
