/** Steps that come faster than the panes follow: none of them is lost. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { holdScripts } from './held-answers.ts';
import { eventPane, events, expectAt, stateTree } from './panes.ts';
import { stopAt } from './stop.ts';
import { openEntity, playhead } from './timeline.ts';

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

test('presses that come faster than frames leave no pane behind', async ({ page }) => {
  await openEntity(page, `${PATH}?at=1&v=1`);
  await playhead(page).focus();
  const presses = ['ArrowRight', 'ArrowLeft', 'ArrowRight'].flatMap((key) => Array<string>(239).fill(key));
  await Promise.all(presses.map((key) => page.keyboard.press(key)));
  expect(await stopAt(page, 240)).toMatchObject({
    address: '240',
    slider: '240',
    listed: '240',
    caption: '240',
  });
});

test('a chosen field has the keys at once, however late its strip comes', async ({ page }) => {
  await openEntity(page, `${PATH}?at=20&v=1`);
  const letThrough = await holdScripts(page);
  const fields = stateTree(page).getByRole('treeitem');
  await fields.nth(1).click();
  await expect(fields.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(fields.nth(2)).toHaveAttribute('aria-selected', 'true');
  letThrough();
  await expect(page.getByRole('region', { name: 'Selected field' })).toBeVisible();
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
