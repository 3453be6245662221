import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run screenshots`: pictures of every screen, and a page to leaf through them. */
export default defineConfig(config, {
  testMatch: 'screens/pictures.ts',
  globalTeardown: './e2e/screens/album.ts',
  // Six pictures, some of them very tall.
  timeout: 120_000,
  reporter: 'line',
});
