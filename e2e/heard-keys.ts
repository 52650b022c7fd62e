import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Nothing on the page says when it has taken over from the server's HTML, but its keys do. */
export async function whenKeysAreHeard(page: Page): Promise<void> {
  const search = page.getByRole('dialog', { name: 'Search' });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(search).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
}
