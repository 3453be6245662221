import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,sandbox,deploy,scripts}/**/*.test.ts'],
    // A process for each file took longer to start, and to load the packages, than its tests.
    isolate: false,
    setupFiles: ['scripts/fresh-modules.ts'],
  },
});
