/** Steps that come faster than the panes follow: none of them is lost. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { eventPane, events, expectAt } from './panes.ts';
import { openEntity } from './timeline.ts';

const PATH = '/entities/parcel/p-1';

const slowSegments = (page: Page) =>
  page.route('**/api/v1/segments/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });

test('five presses in the list are five events, however late the first of them comes', async ({ page }) => {
  await openEntity(page, `${PATH}?at=20&v=1`);
  await slowSegments(page);
  await events(page).focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowUp');
  await expectAt(page, 25);
});

test('three clicks on the next event are three events', async ({ page }) => {
  await openEntity(page, `${PATH}?at=20&v=1`);
  await slowSegments(page);
  const later = eventPane(page).getByRole('button', { name: 'Later event' });
  for (let click = 0; click < 3; click += 1) await later.click();
  await expectAt(page, 23);
});

test('a key that leads to the event that is selected already brings it back into sight', async ({ page }) => {
  await openEntity(page, PATH);
  const list = events(page);
  await expect(list.locator('[data-version="240"]')).toBeInViewport();
  await list.hover();
  await page.mouse.wheel(0, 5_000);
  await expect(list.locator('[data-version="240"]')).not.toBeInViewport();
  await list.press('Home');
  await expect(list.locator('[data-version="240"]')).toBeInViewport();
});
