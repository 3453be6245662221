import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/**
 * Two catalogues a language: nobody waits for the words of all pages before signing in. English is the source;
 * `npm run messages` collects what the code says.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de', 'es', 'fr', 'it', 'pt-PT', 'pt-BR', 'en-XA'],
  // Stretched and accented English: what is not translated stands out, and what has no room.
  pseudoLocale: { locale: 'en-XA', extend: 0.4 },
  format: formatter({ lineNumbers: false }),
  catalogs: [
    // Seen before the frame of the signed-in pages is there, or without it.
    {
      path: 'src/locales/{locale}/start',
      include: ['src/prerender.tsx', 'src/ui', 'src/pages/*.tsx', 'src/pages/sign-in'],
    },
    { path: 'src/locales/{locale}/pages', include: ['src/pages/*/**'], exclude: ['src/pages/sign-in'] },
  ],
});
