import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Seen before the frame of the signed-in pages is there, or without it. */
const start = ['src/ui', 'src/pages/*.tsx', 'src/pages/sign-in'];
/** In the frame, or loaded after it. */
const signedIn = [
  'src/pages/Shell.tsx',
  'src/pages/MainNavigation.tsx',
  'src/pages/UserMenu.tsx',
  'src/pages/EventList.tsx',
];

/**
 * Two catalogues a language: nobody waits for the words of all pages before signing in. English is the source;
 * `npm run messages` collects what the code says.
 */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  format: formatter({ lineNumbers: false }),
  catalogs: [
    { path: 'src/locales/{locale}/start', include: start, exclude: signedIn },
    { path: 'src/locales/{locale}/pages', include: ['src/pages/*/**', ...signedIn], exclude: ['src/pages/sign-in'] },
  ],
});
