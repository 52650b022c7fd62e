/** What axe finds on a page, at the widths and in the schemes that every page is looked at. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const SIZES = [
  [1440, 900, 'light'],
  [1440, 900, 'dark'],
  [390, 844, 'light'],
  [390, 844, 'dark'],
  [320, 640, 'light'],
] as const;

export interface LookedAt {
  readonly name: string;
  readonly path: string;
  /** What has to be there before it is looked at. */
  readonly heading: string;
}

/** A test for each page, width and scheme: nothing serious, and nothing wider than the screen; one more with forced colours. */
export function looksAccessible(pages: readonly LookedAt[], prepare: (page: Page) => Promise<void>): void {
  for (const { name, path, heading } of pages) {
    const open = async (page: Page): Promise<void> => {
      await prepare(page);
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
    };
    for (const [width, height, colorScheme] of SIZES) {
      test(`${name}, ${width} px, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await open(page);
        await expectNothingSerious(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
    test(`${name}, forced colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
      await open(page);
      // Of backgrounds that the browser has replaced axe reads the ones before.
      await expectNothingSerious(page, ['color-contrast']);
    });
  }
}

export async function expectNothingSerious(page: Page, besides: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(besides).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}
