/** What axe finds on a page, and whether it fits: at the widths and in the schemes that every page is looked at. */
import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './fixtures.ts';

const SIZES = [
  [1440, 900],
  [390, 844],
  [320, 640],
] as const;
const CONTRAST = 'color-contrast';

export interface LookedAt {
  readonly name: string;
  readonly path: string;
  /** What has to be there before it is looked at; else its heading. */
  readonly shown?: (page: Page) => Locator;
}

/**
 * A test for each page: at each width nothing serious and nothing wider than the screen, and in the dark no contrast that is
 * too low (what else axe looks at is the same in both schemes); once more with forced colours.
 */
export function looksAccessible(
  pages: readonly LookedAt[],
  prepare: (page: Page) => Promise<void> = async () => {},
): void {
  for (const { name, path, shown = heading } of pages)
    test(`${name}: nothing serious, nothing wider than the screen`, async ({ page }) => {
      await prepare(page);
      for (const [width, height] of SIZES)
        await test.step(`${width} px`, async () => {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
          await page.goto(path);
          await expect(shown(page)).toBeVisible();
          await expectNothingSerious(page);
          await expectFits(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          await expectNothingSerious(page, { rules: [CONTRAST] });
        });
      await test.step('forced colours', async () => {
        await page.emulateMedia({ forcedColors: 'active' });
        // Of backgrounds that the browser has replaced axe reads the ones before.
        await expectNothingSerious(page, { without: [CONTRAST] });
      });
    });
}

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 }).first();

interface Look {
  /** The part that is looked at, as a selector. */
  readonly within?: string;
  readonly rules?: readonly string[];
  readonly without?: readonly string[];
}

export async function expectNothingSerious(page: Page, look: Look = {}): Promise<void> {
  const serious = (await violations(page, look)).filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  expect(told(serious)).toEqual([]);
}

/** Nothing at all, where `expectNothingSerious` lets pass what is minor. */
export async function expectNothingFound(page: Page, look: Look = {}): Promise<void> {
  expect(told(await violations(page, look))).toEqual([]);
}

export async function expectFits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

// Run where the page is, and not by the package for Playwright, which opens a page of its own for every look.
async function violations(page: Page, { within, rules, without = [] }: Look): Promise<axe.Result[]> {
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const where = within === undefined ? 'document' : JSON.stringify(within);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>(`axe.run(${where}, ${JSON.stringify(options)})`);
  return results.violations;
}

const told = (found: readonly axe.Result[]): string[] =>
  found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
