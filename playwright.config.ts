import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/chromium.ts';

/** The portal with the sandbox; the same calling that sandbox from another origin; the same forwarding to it as to a real API;
 * nginx, which the tests of the deployment start. */
const first = Number(process.env.E2E_PORT ?? 4610);
export const PORTS = { portal: first, crossOrigin: first + 1, forwarding: first + 2, nginx: first + 3 };

const executablePath = chromiumPath();
const server = (port: number, env: Record<string, string>) => ({
  command: 'vite preview',
  url: `http://localhost:${port}/robots.txt`,
  env: { ...env, PORT: String(port) },
  reuseExistingServer: false,
});

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${PORTS.portal}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
  webServer: [
    server(PORTS.portal, {}),
    server(PORTS.crossOrigin, { PORTAL_API_URL: `http://localhost:${PORTS.portal}` }),
    server(PORTS.forwarding, { EMNIFY_API_URL: `http://localhost:${PORTS.portal}` }),
  ],
});
