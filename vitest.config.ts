import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,sandbox,deploy,scripts}/**/*.test.ts'],
    // A process for each file took longer to start, and to load the packages, than its tests.
    isolate: false,
    // Vitest leaves a processor to whoever watches, and of two that is half; threads share what Node has loaded.
    pool: 'threads',
    maxWorkers: '100%',
    setupFiles: ['scripts/fresh-start.ts'],
  },
});
