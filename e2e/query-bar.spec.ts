/** A query is written, understood, mended, taken apart and kept: with the keyboard where that is how it is done. */
import type { Page } from '@playwright/test';
import { expectNothingFound } from './axe.ts';
import { expect, test } from './fixtures.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Query' });
const bar = (page: Page) => page.getByRole('search', { name: 'Query' });
const option = (page: Page, name: string) => page.getByRole('option', { name });
const pill = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const conditions = (page: Page) => bar(page).getByRole('list', { name: 'Conditions' });

/** Searched right behind the log, so a demo that has just come may not be searchable yet. */
async function openEvents(page: Page, query = ''): Promise<void> {
  await expect(async () => {
    const answer = await page.request.get('/api/v1/events?ns=demo&limit=1');
    const { searchedTo, head } = await answer.json();
    expect(searchedTo).toBe(head);
    expect(Number(head)).toBeGreaterThan(1_000);
  }).toPass();
  await page.goto(`/events?${new URLSearchParams({ ns: 'demo', ...(query === '' ? {} : { q: query }) })}`);
}

/** What payloads look like is known right behind the log too. */
async function catalogued(page: Page): Promise<void> {
  await expect(async () => {
    const { countedTo, head } = await (await page.request.get('/api/v1/types?ns=demo')).json();
    expect(countedTo).toBe(head);
  }).toPass();
}

async function reachField(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
}

test('a query is written with what is offered, and nothing is sent before Enter', async ({ page }) => {
  await openEvents(page);
  await reachField(page);
  await page.keyboard.type('act');
  await expect(option(page, 'actor: by this actor')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveText('actor:');
  await page.keyboard.type('staff:tove');
  await expect(option(page, 'staff:tove.lind')).toBeVisible();
  await expect(bar(page).getByRole('status').filter({ hasText: '1 choice.' })).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(bar(page).getByRole('option', { selected: true })).toHaveText('staff:tove.lind');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveText('actor:"staff:tove.lind"');
  await expect(conditions(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(pill(page, 'actor is staff:tove.lind')).toBeVisible();
  await page.keyboard.type(' path:/sta');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveText('actor:"staff:tove.lind"');
});

test('fields of payloads and values are offered out of what the store has seen', async ({ page }) => {
  await openEvents(page);
  await catalogued(page);
  await reachField(page);
  await page.keyboard.type('payload.lines.');
  await expect(option(page, 'lines.*.quantity')).toBeVisible();
  await page.keyboard.type('*.s');
  await expect(option(page, 'lines.*.sku')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveText('payload.lines.*.sku');
  await page.keyboard.type('=A-10');
  await expect(option(page, 'A-100')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveText(/^payload\.lines\.\*\.sku=A-10\d$/);
  await page.keyboard.type(' set:/status=');
  await expect(option(page, 'delivered')).toBeVisible();
  await page.keyboard.type('PACK');
  await expect(bar(page).getByRole('option')).toHaveText(['packed']);
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveText(/ set:\/status=packed$/);
  await field(page).fill('set:/status=packed');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('grid', { name: 'Events that were found' }).getByRole('row').nth(1),
  ).toBeVisible();
});

test('conversations and causes are offered, the newest first', async ({ page }) => {
  await openEvents(page);
  const { events } = await (await page.request.get('/api/v1/events?ns=demo&limit=1000')).json();
  const ids: string[] = events.flatMap(
    ({ correlationId }: { correlationId: string | null }) => correlationId ?? [],
  );
  const newest = [...new Set(ids)];
  await reachField(page);
  await page.keyboard.type('correlation:');
  await expect(bar(page).getByRole('option').first()).toHaveText(newest[0] ?? '');
  await page.keyboard.type(newest[4]?.slice(0, -1) ?? '');
  await expect(option(page, newest[4] ?? '')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('causation:');
  await expect(bar(page).getByRole('option').first()).toBeVisible();
});

test('what cannot be read is shown where it stands and put right by one button', async ({ page }) => {
  await openEvents(page, 'actor:tove.lind');
  await reachField(page);
  await page.keyboard.type(' typ:StaffSignedIn');
  // Nobody asked yet: it is said once writing rests.
  await expect(bar(page).getByText('There is no qualifier "typ:".')).toBeVisible();
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Enter');
  await expect(conditions(page).getByRole('button', { name: 'Remove type is StaffSignedIn' })).toHaveCount(0);
  await bar(page).getByRole('button', { name: 'Write actor:tove.lind type:StaffSignedIn instead' }).click();
  await expect(field(page)).toHaveText('actor:tove.lind type:StaffSignedIn');
  await expect(field(page)).toHaveAttribute('aria-invalid', 'false');
  await expect(pill(page, 'type is StaffSignedIn')).toBeVisible();
});

test('names that cannot be looked up do not hold anybody up', async ({ page }) => {
  await openEvents(page);
  await page.route('**/api/v1/names?*', (route) => route.abort());
  await reachField(page);
  await page.keyboard.type('type:Order');
  await expect(
    page.getByText('The server could not be reached. Write the name in full.').first(),
  ).toBeVisible();
  await page.keyboard.type('Placed');
  await page.keyboard.press('Enter');
  await expect(pill(page, 'type is OrderPlaced')).toBeVisible();
});

test('text is taken along and brought in as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEvents(page, 'type:OrderPlaced late');
  await reachField(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect(field(page)).toHaveText('');
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => [...types]),
  );
  expect(kinds).toEqual(['text/plain']);
  await page.evaluate(() => navigator.clipboard.writeText('is:late\n  type:A'));
  await page.keyboard.press('Control+v');
  await page.keyboard.type(',B');
  await expect(field(page)).toHaveText('is:late type:A,B');
});

test('pills are turned round, left out, pinned and removed by keyboard', async ({ page }) => {
  await openEvents(page, 'actor:tove.lind type:StaffSignedIn');
  const choose = async (name: string, item: string) => {
    await pill(page, name).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).focus();
    await page.keyboard.press('Enter');
  };
  await choose('type is StaffSignedIn', 'Find what is not so');
  await expect(field(page)).toHaveText('actor:tove.lind -type:StaffSignedIn');
  await expect(pill(page, 'not type StaffSignedIn')).toBeFocused();
  await choose('not type StaffSignedIn', 'Leave it out for a while');
  await expect(field(page)).toHaveText('actor:tove.lind');
  await expect(field(page)).toBeFocused();
  await page.reload();
  await pill(page, 'Bring back not type StaffSignedIn').press('Enter');
  await expect(field(page)).toHaveText('actor:tove.lind -type:StaffSignedIn');
  await choose('actor is tove.lind', 'Pin it');
  await conditions(page).getByRole('button', { name: 'Clear' }).press('Enter');
  await expect(field(page)).toHaveText('actor:tove.lind');
  await pill(page, 'actor is tove.lind (pinned)').press('Delete');
  await expect(field(page)).toHaveText('');
  await expect(conditions(page)).toHaveCount(0);
});

test('names of a facet are asked for together, or left out', async ({ page }) => {
  await openEvents(page);
  const types = page.getByRole('group', { name: 'Type', exact: true });
  const include = (name: string) =>
    types.getByRole('button', { name: new RegExp(`^${name} [\\d,]+ events`) });
  await include('OrderPlaced').click();
  await expect(field(page)).toHaveText('type:OrderPlaced');
  await expect(include('OrderPlaced')).toHaveAttribute('aria-pressed', 'true');
  await include('StockReserved').click();
  await expect(field(page)).toHaveText('type:OrderPlaced,StockReserved');
  await include('OrderPlaced').click();
  await types.getByRole('button', { name: 'Exclude ItemAdded' }).click();
  await expect(field(page)).toHaveText('type:StockReserved -type:ItemAdded');
  await types.getByRole('button', { name: 'Exclude ItemAdded' }).click();
  await include('StockReserved').click();
  await expect(field(page)).toHaveText('');
});

test('earlier queries and saved views come back, and are forgotten', async ({ page }) => {
  await openEvents(page);
  await reachField(page);
  for (const query of ['type:OrderPlaced', 'is:late']) {
    await field(page).fill(query);
    await page.keyboard.press('Enter');
  }
  await expect(pill(page, 'late')).toBeVisible();
  await page.getByRole('button', { name: 'Saved views' }).click();
  const saved = page.getByRole('region', { name: 'Saved views' });
  await saved.getByRole('textbox', { name: 'Name of the view' }).fill('Late ones');
  await page.keyboard.press('Enter');
  await expect(saved.getByText('Late ones is saved.')).toBeVisible();
  await saved.getByRole('button', { name: 'Rename Late ones' }).click();
  await saved.getByRole('textbox', { name: 'New name of Late ones' }).fill('Too late');
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('link', { name: 'Too late' })).toBeVisible();
  await page.keyboard.press('Escape');

  await reachField(page);
  await field(page).fill('');
  await page.keyboard.press('ArrowUp');
  const earlier = page.getByRole('region', { name: 'Earlier queries' });
  await expect(earlier.getByRole('button', { name: 'is:late', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pill(page, 'type is OrderPlaced')).toBeVisible();

  await page.getByRole('button', { name: 'Saved views' }).click();
  await saved.getByRole('link', { name: 'Too late' }).click();
  await expect(field(page)).toHaveText('is:late');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await saved.getByRole('button', { name: 'Delete Too late' }).click();
  await expect(saved.getByText('No view has been saved')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Earlier queries' }).click();
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(earlier.getByText('No query has been sent off here yet.')).toBeVisible();
});

test('is sound and as wide as a narrow screen, with a long query that does not read', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openEvents(page, `type:OrderPlaced ${'a-long-word-of-a-query'.repeat(8)} -actor:*`);
  await reachField(page);
  await page.keyboard.type(' ty');
  await expect(option(page, 'type: of this type')).toBeVisible();
  const sound = async () => {
    await expectNothingFound(page, { within: 'search' });
  };
  await sound();
  await page.keyboard.type('p:x');
  await expect(bar(page).getByText('There is no qualifier "typ:".')).toBeVisible();
  await sound();
  const { width } = await bar(page).evaluate((element) => ({
    width: element.scrollWidth - element.clientWidth,
  }));
  expect(width).toBeLessThanOrEqual(0);
});

test('the name of a view is said with all of its characters, inside its panel', async ({ page }) => {
  await openEvents(page);
  await page.getByRole('button', { name: 'Saved views' }).click();
  const saved = page.getByRole('region', { name: 'Saved views' });
  const name = `a\u202e${'b'.repeat(100)}`;
  await saved.getByRole('textbox', { name: 'Name of the view' }).fill(name);
  await page.keyboard.press('Enter');
  for (const done of ['saved', 'deleted']) {
    if (done === 'deleted') await saved.getByRole('button', { name: /^Delete/ }).click();
    const said = saved.getByRole('status').filter({ hasText: `is ${done}.` });
    await expect(said).toHaveText(/^a\S*202E\S*b+ is/i);
    expect(await saved.evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
  }
});
