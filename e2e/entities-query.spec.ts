/** A query about entities is written with help: what can be asked, the fields of states, and the values they were seen with. */
import type { APIRequestContext, Page } from '@playwright/test';
import { expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const query = (page: Page) => page.getByRole('combobox', { name: 'Query about their state' });
const option = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'On offer' }).getByRole('option', { name });

/** The rows are those that the API finds, and fewer than there are without what is asked for. */
async function expectFound(
  page: Page,
  request: APIRequestContext,
  asked: string,
  all: string,
): Promise<void> {
  const idsOf = async (query: string) =>
    (await (await request.get(`/api/v1/entities${query}`)).json()).entities.map(
      ({ entityId }: { entityId: string }) => entityId,
    );
  const [found, every] = [await idsOf(asked), await idsOf(all)];
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(every.length);
  await expect(async () => {
    const table = page.getByRole('table', { name: 'Entities' });
    const rows = await table.getByRole('rowheader').getByRole('link').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/)[1]).toSorted()).toEqual(found.toSorted());
  }).toPass({ timeout: 5_000 });
}

const LIMIT = 'state:/permissions/refundLimit=200';
const STAFF = '?ns=demo&type=staff&limit=100';
const WITH_LIMIT = `/find?ns=demo&limit=100&q=${encodeURIComponent(`entity-type:staff ${LIMIT}`)}`;

test.beforeEach(async ({ request }) => searchable(request));

test('completes state, its path and its value with the keyboard alone, and finds them', async ({
  page,
  request,
}) => {
  await page.goto('/entities?ns=demo&type=staff');
  await query(page).pressSequentially('sta');
  await expect(option(page, /^state:/)).toBeVisible();
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
  await expect(query(page)).toHaveValue(LIMIT);
  await expect(query(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === LIMIT);
  await expect(query(page)).toHaveValue(LIMIT);
  await expectFound(page, request, WITH_LIMIT, STAFF);
});

test('offers nothing that a list of entities cannot be asked, and Escape leaves what is written', async ({
  page,
}) => {
  await page.goto('/entities?ns=demo');
  await query(page).pressSequentially('a');
  await query(page).press('Backspace');
  await expect(option(page, /^state:/)).toBeVisible();
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
  request,
}) => {
  await page.goto('/entities?ns=demo&id=100');
  const type = page.getByRole('combobox', { name: 'Type' });
  const rows = page.getByRole('table').getByRole('row');
  await type.selectOption('order');
  await expect(page).toHaveURL(/type=order/);
  await expect(page).toHaveURL((url) => url.searchParams.get('id') === '100');
  await expect(rows.nth(1)).toContainText('order');
  await expect(type).toHaveValue('order');
  await expectFound(page, request, '?ns=demo&type=order&id=100&limit=100', '?ns=demo&type=order&limit=100');
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

  test('the query is sent as it is written', async ({ page, request }) => {
    await page.goto('/entities?ns=demo&type=staff');
    await query(page).fill(LIMIT);
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === LIMIT);
    await expect(query(page)).toHaveValue(LIMIT);
    await expectFound(page, request, WITH_LIMIT, STAFF);
  });
});
