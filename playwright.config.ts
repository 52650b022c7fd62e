import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * Browser stories against one production build. Each of the two workers has its own database and its own server (see
 * e2e/fixtures.ts). CHROME_PATH is set by scripts/test.mjs, which finds or installs Chromium.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: process.env.CHRONOSCOPE_SHARED === '1' ? '**/*.shared.spec.ts' : '**/*.spec.ts',
  testIgnore: process.env.CHRONOSCOPE_SHARED === '1' ? [] : ['**/*.shared.spec.ts'],
  // The suites over long histories watch the main thread, so nothing else runs beside them.
  workers: process.env.CHRONOSCOPE_SHARED === '1' ? 1 : 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter:
    process.env.CHRONOSCOPE_REPORT === undefined
      ? 'list'
      : [['list'], ['json', { outputFile: process.env.CHRONOSCOPE_REPORT }]],
  use: {
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    // A trace takes a fifth of the time of a story; `--trace on` records one.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
