import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,sandbox,deploy,scripts}/**/*.test.ts'] },
});
