/** A query about entities is written with help: what can be asked, the fields of states, and the values they were seen with. */
import type { Page } from '@playwright/test';
import { expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const query = (page: Page) => page.getByRole('combobox', { name: 'Query about their state' });
const option = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'On offer' }).getByRole('option', { name });

test.beforeEach(async ({ request }) => searchable(request));

test('completes state, its path and its value with the keyboard alone, and finds them', async ({ page }) => {
  await page.goto('/entities?ns=demo&type=staff');
  await expect(async () => {
    await query(page).fill('');
    await query(page).pressSequentially('sta');
    await expect(option(page, /^state:/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectNothingSerious(page);
  await page.keyboard.press('Tab');
  await expect(query(page)).toHaveValue('state:');
  await page.keyboard.type('/permissions/refundL');
  await expect(option(page, '/permissions/refundLimit')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(query(page)).toHaveValue('state:/permissions/refundLimit');
  await page.keyboard.type('=20');
  await expect(option(page, /^200$/)).toBeVisible();
  await option(page, /^200$/).click();
  await expect(query(page)).toHaveValue('state:/permissions/refundLimit=200');
  await expect(query(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'state:/permissions/refundLimit=200');
  await expect(query(page)).toHaveValue('state:/permissions/refundLimit=200');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('staff');
});

test('offers nothing that a list of entities cannot be asked, and Escape leaves what is written', async ({
  page,
}) => {
  await page.goto('/entities?ns=demo');
  await expect(async () => {
    await query(page).fill('');
    await query(page).pressSequentially('a');
    await query(page).press('Backspace');
    await expect(option(page, /^state:/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(option(page, /^was:/)).toBeVisible();
  for (const name of [/^actor:/, /^path:/, /^payload\./]) await expect(option(page, name)).toHaveCount(0);
  await page.keyboard.type('state:/st');
  await expect(option(page, '/status')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(option(page, '/status')).toBeHidden();
  await expect(query(page)).toHaveValue('state:/st');
});

test('a type that is chosen is found at once, with what else is asked, and the way back leads back', async ({
  page,
}) => {
  await page.goto('/entities?ns=demo&id=1');
  const type = page.getByRole('combobox', { name: 'Type' });
  const rows = page.getByRole('table').getByRole('row');
  await expect(async () => {
    await type.selectOption('order');
    await expect(page).toHaveURL(/type=order/, { timeout: 2_000 });
  }).toPass();
  await expect(page).toHaveURL((url) => url.searchParams.get('id') === '1');
  await expect(rows.nth(1)).toContainText('order');
  await expect(type).toHaveValue('order');
  await page.goBack();
  await expect(type).toHaveValue('');
  await expect(page).not.toHaveURL(/type=order/);
});

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false });

  test('a type is found by the button', async ({ page }) => {
    await page.goto('/entities?ns=demo');
    await page.getByRole('combobox', { name: 'Type' }).selectOption('staff');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL(/type=staff/);
    await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('staff');
  });

  test('the query is sent as it is written', async ({ page }) => {
    await page.goto('/entities?ns=demo&type=staff');
    await query(page).fill('state:/permissions/refundLimit=200');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'state:/permissions/refundLimit=200');
    await expect(query(page)).toHaveValue('state:/permissions/refundLimit=200');
  });
});
