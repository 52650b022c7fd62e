import { defineConfig } from 'vitest/config';

// The suites are told apart by their names: *.test.ts runs everywhere, *.db.test.ts needs a PostgreSQL (embedded or
// TEST_DATABASE_URL), *.shared.test.ts reads the public data and vectors beside the checkout.
const suite = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude: ['node_modules/**', ...exclude] },
});

export default defineConfig({
  test: {
    env: { TZ: 'UTC', LC_ALL: 'C' },
    testTimeout: 30_000,
    projects: [
      suite(
        'unit',
        ['{lib,cli,app,components}/**/*.test.{ts,tsx}'],
        ['**/*.db.test.ts', '**/*.shared.test.ts'],
      ),
      suite('db', ['{lib,cli}/**/*.db.test.ts']),
      suite('shared', ['{lib,cli}/**/*.shared.test.ts']),
    ],
  },
});
