/** Entities whose states are unlike others, and how a story looks at them. */
import type { Locator, Page } from '@playwright/test';
import type { Instance } from './fixtures.ts';
import { stateTree } from './panes.ts';

export interface Line {
  readonly id: string;
  readonly content: unknown;
}

/** Each line is an event of the entity of its id. */
export async function importWeather(
  instance: Instance,
  fold: 'merge' | 'replace',
  lines: readonly Line[],
): Promise<void> {
  const options = ['--format', 'ndjson', '--entity-type', `weather-${fold}`, '--entity-id', '/id'];
  const pointers = ['--event-type', '/what', '--payload', '/content', '--fold', fold, '--source', fold];
  const written = lines.map((line) => `${JSON.stringify({ what: 'Set', ...line })}\n`).join('');
  const { exitCode, stderr } = await instance.command(['import', '-', ...options, ...pointers], written);
  if (exitCode !== 0) throw new Error(`The weather was not imported:\n${stderr}`);
}

/** What the clipboard holds. */
export const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

export const row = (page: Page, pointer: string): Locator =>
  stateTree(page).locator(`[data-path="${pointer}"]`);
