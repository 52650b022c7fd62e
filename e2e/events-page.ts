/** The page of all events, as its stories find things on it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Once all of the log is searchable, which it is right behind the log. */
export async function openEvents(page: Page, path: string): Promise<void> {
  await openWhole(page, path);
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
}

export async function openWhole(page: Page, path: string): Promise<void> {
  await expect
    .poll(async () => {
      const answer = await page.request.get('/api/v1/events?ns=demo&limit=1');
      const { searchedTo, head } = await answer.json();
      return searchedTo === head;
    })
    .toBe(true);
  await page.goto(path);
}

export const queryField = (page: Page): Locator => page.getByRole('combobox', { name: 'Query', exact: true });

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Events that were found' });

export const eventRow = (page: Page, name: RegExp): Locator => grid(page).getByRole('row', { name });

export const heading = (page: Page, name: RegExp): Locator => grid(page).getByRole('columnheader', { name });
