import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The suites are told apart by their names: *.test.ts runs everywhere, *.db.test.ts needs a PostgreSQL (embedded or
// TEST_DATABASE_URL), *.shared.test.ts reads the public data and vectors beside the checkout.
const suite = (
  name: string,
  include: string[],
  more: { exclude?: string[]; [setting: string]: unknown } = {},
) => ({
  extends: true as const,
  test: { name, include, ...more, exclude: ['node_modules/**', ...(more.exclude ?? [])] },
});

export default defineConfig({
  test: {
    env: { TZ: 'UTC', LC_ALL: 'C' },
    testTimeout: 60_000,
    // A database is started before some.
    hookTimeout: 60_000,
    // Vitest leaves one core free, and small machines have two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    unstubGlobals: true,
    restoreMocks: true,
    projects: [
      // Its files are many and small, and loading what they test anew for each took two thirds of the time.
      suite('unit', ['{lib,cli,app,components}/**/*.test.{ts,tsx}'], {
        exclude: ['**/*.db.test.ts', '**/*.shared.test.ts'],
        isolate: false,
      }),
      suite('db', ['{lib,cli}/**/*.db.test.ts'], { globalSetup: ['lib/testing/hold-server.ts'] }),
      suite('shared', ['{lib,cli}/**/*.shared.test.ts']),
    ],
  },
});
