/** What axe finds on a page, and whether it fits: at the widths and in the schemes that every page is looked at. */
import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './fixtures.ts';

const SIZES = [
  [1440, 900],
  [390, 844],
  [320, 640],
] as const;
/** What depends on colours. */
const CONTRAST = ['color-contrast', 'link-in-text-block'];

export interface LookedAt {
  readonly name: string;
  readonly path: string;
  /** What has to be there before it is looked at; else a heading of this name, or any. */
  readonly shown?: (page: Page) => Locator;
  readonly heading?: string;
}

/**
 * A test for each page: with forced colours, and at each width in the light scheme, nothing serious and nothing wider than the screen. In the
 * dark one only what depends on colours is looked at again.
 */
export function looksAccessible(
  pages: readonly LookedAt[],
  prepare: (page: Page) => Promise<void> = async () => {},
): void {
  for (const { name, path, heading, shown = (page: Page) => headingOf(page, heading) } of pages)
    test(`${name}: nothing serious, nothing wider than the screen`, async ({ page }) => {
      await prepare(page);
      await test.step('forced colours', async () => {
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
        await page.goto(path);
        await expect(shown(page)).toBeVisible();
        // Of backgrounds that the browser has replaced axe reads the ones before.
        await expectNothingSerious(page, { without: ['color-contrast'] });
        await page.emulateMedia({ forcedColors: 'none' });
      });
      for (const [width, height] of SIZES)
        await test.step(`${width} px`, async () => {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme: 'light' });
          await page.goto(path);
          await expect(shown(page)).toBeVisible();
          await expectNothingSerious(page);
          await expectFits(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          await expectNothingSerious(page, { rules: CONTRAST });
        });
    });
}

const headingOf = (page: Page, name: string | undefined): Locator =>
  page.getByRole('heading', name === undefined ? { level: 1 } : { name }).first();

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
