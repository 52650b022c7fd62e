/** What differs between two moments of the store: asked, counted, listed, opened, taken along. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { API_SCHEMAS } from '../lib/wire/api/schemas.ts';
import { expect, test } from './fixtures.ts';
import { changedPaths, diffPane } from './panes.ts';
import { searchable } from './searchable.ts';

const list = (page: Page): Locator => page.getByRole('table', { name: 'Entities that differ' });
const from = (page: Page): Locator => page.getByRole('textbox', { name: 'From' });
const to = (page: Page): Locator => page.getByRole('textbox', { name: 'To' });
const status = (page: Page): Locator => page.getByRole('navigation', { name: 'What became of them' });

/** In which somebody gave Tove Lind another limit for refunds. */
const NIGHT = '/compare?ns=demo&from=2026-03-14T00:00:00Z&to=2026-03-15T00:00:00Z&v=1';

test.beforeEach(({ request }) => searchable(request));

test('whose limits changed in a night, and from what to what', async ({ page }) => {
  await page.goto('/compare?ns=demo');
  // A week before the newest event, as an instant that a link keeps.
  await expect(page).toHaveURL(/[?&]from=\d{4}-\d{2}-\d{2}T[^&]+Z&v=1$/);
  await from(page).fill('2026-03-14');
  await to(page).fill('2026-03-15T01:00+01:00');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/from=2026-03-14T00%3A00%3A00Z&to=2026-03-15T01%3A00%3A00%2B01%3A00&v=1$/);
  await expect(
    page.getByText(
      /^Between 14 March 2026, 00:00:00 UTC and 15 March 2026, 00:00:00 UTC, as we knew it: \d+ entities differ: \d+ appeared, \d+ vanished, \d+ changed, in \d+ fields by \d+ events\.$/,
    ),
  ).toBeVisible();

  await page
    .getByRole('table')
    .getByRole('row', { name: /^staff/ })
    .getByRole('link', { name: 'staff' })
    .click();
  await status(page)
    .getByRole('link', { name: /^Changed/ })
    .click();
  const row = list(page).getByRole('row', { name: /tove\.lind/ });
  await expect(row).toContainText('#30..#31');
  await expect(row.getByRole('cell').first()).toContainText('Changed');
  await row.getByRole('link').click();

  await expect(page).toHaveURL(
    /\/entities\/staff\/tove\.lind\?ns=demo&at=31&a=30&b=31&axis=recorded&d=split&v=1/,
  );
  await expect(diffPane(page).locator('[data-path="/permissions/refundLimit"]').first()).toBeVisible();
  expect(await changedPaths(page)).toContain('/permissions/refundLimit');
  await expect(diffPane(page)).toContainText('200');
  await expect(diffPane(page)).toContainText('20000');
});

test('a narrow list counts one field as one', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(NIGHT);
  const row = list(page).getByRole('row', { name: /tove\.lind/ });
  await expect(row).toContainText('1 field, 1 event, #30..#31');
});

test('a field leads to the events that changed it, and an actor to all that it did', async ({ page }) => {
  await page.goto(NIGHT);
  const fields = page.getByRole('list', { name: /^Fields that changed most/ });
  const limit = fields.getByRole('link', { name: '/permissions/refundLimit', includeHidden: true });
  const address = await limit.getAttribute('href');
  await page.goto(address ?? '');
  const grid = page.getByRole('grid', { name: /events/i });
  await expect(grid.getByRole('row', { name: /RefundLimitChanged/ })).toHaveCount(1);
  await page.goto(NIGHT);
  const actors = page.getByRole('list', { name: 'Actors', exact: true });
  await expect(actors.getByRole('link', { name: 'staff:tove.lind' })).toHaveAttribute(
    'href',
    '/actors/staff%3Atove.lind?ns=demo&v=1',
  );
});

test('every entity is on one page of the list, and in the file', async ({ page, request }) => {
  const asked = '/api/v1/compare?ns=demo&from=@0&to=@4000&limit=1000';
  const { entities, types } = API_SCHEMAS.Comparison.parse(await (await request.get(asked)).json());
  expect(entities.length).toBeGreaterThan(300);
  await page.goto('/compare?ns=demo&from=@0&to=@4000&v=1');
  const listed: string[] = [];
  for (;;) {
    listed.push(...(await list(page).getByRole('rowheader').getByRole('link').allInnerTexts()));
    const next = page.getByRole('link', { name: 'Next page' });
    if ((await next.count()) === 0) break;
    const address = page.url();
    await next.click();
    await expect(page).not.toHaveURL(address);
    await expect(page.getByRole('link', { name: 'First page' })).toBeVisible();
  }
  expect(listed.map((text) => text.replace(/\s+/g, ' '))).toEqual(
    entities.map(({ entityType, entityId }) => `${entityType} ${entityId}`),
  );

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines.filter((line) => /,(?:appeared|vanished|changed),/.test(line))).toHaveLength(entities.length);

  const [most] = [...types].sort((a, b) => b.appeared - a.appeared);
  await page.goto(`/compare?ns=demo&from=@0&to=@4000&became=appeared&type=${most?.entityType}&v=1`);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(
    `of ${most?.appeared.toLocaleString('en')},`,
  );
});

test('the moments swap places, and what had appeared vanishes', async ({ page }) => {
  await page.goto(NIGHT);
  const appeared = await status(page)
    .getByRole('link', { name: /^Appeared/ })
    .innerText();
  await page.getByRole('link', { name: 'Swap the two moments' }).click();
  await expect(from(page)).toHaveValue('2026-03-15T00:00:00Z');
  await expect(page.getByText(/^From 15 March 2026, 00:00:00 UTC to 14 March/)).toBeVisible();
  const vanished = status(page).getByRole('link', { name: /^Vanished/ });
  await expect(vanished).toHaveText(appeared.replace('Appeared', 'Vanished').replace(/\s+/g, ' '));

  await page.keyboard.press('Control+k');
  await page.keyboard.type('swap the two');
  await page.getByRole('option', { name: /Swap the two moments/ }).click();
  await expect(from(page)).toHaveValue('2026-03-14T00:00:00Z');
});

test('the same moment twice: nothing differs, and what to do is said', async ({ page }) => {
  await page.goto('/compare?ns=demo&from=@4000&to=@4000&v=1');
  await expect(page.getByText('Nothing differs', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Everything' }).last().click();
  await expect(page).toHaveURL(/from=%400&v=1$/);
  await expect(list(page)).toBeVisible();
});

test('what is no moment is said at its field', async ({ page }) => {
  await page.goto('/compare?ns=demo&from=soon&to=812&became=better&v=1');
  await expect(from(page)).toHaveValue('soon');
  await expect(from(page)).toHaveAccessibleDescription(/“soon” is no moment\. Write an instant/);
  await expect(to(page)).toHaveAccessibleDescription(/A version belongs to one entity/);
  await expect(page.getByRole('complementary', { name: 'Notices' })).toContainText('became=better');
  await page.goto('/compare?ns=demo&from=@4000&to=@99999999&v=1');
  await expect(page.getByRole('alert').filter({ hasText: 'beyond the head' })).toContainText('CS-111');
});

test('what is compared ends where the app stands, unless another moment is chosen', async ({ page }) => {
  const sign = page.getByRole('region', { name: 'Time of the page' });
  await page.goto('/compare?ns=demo&asof=2026-03-15T00:00:00Z');
  await expect(page).toHaveURL(/from=2026-03-0\d[^&]*&asof=2026-03-15T00%3A00%3A00Z&v=1$/);
  await expect(to(page)).toHaveValue('2026-03-15T00:00:00Z');
  await expect(sign).toContainText('As of 15 March 2026, 00:00:00 UTC, as we knew it.');
  const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Compare' });
  await expect(current).toHaveAttribute('aria-current', 'page');
  const quick = page.getByRole('navigation', { name: 'Quick ranges' });
  await quick.getByRole('link', { name: 'Last day' }).click();
  await expect(to(page)).toHaveValue('2026-03-15T00:00:00Z');

  await page.locator('summary', { hasText: 'Time of the app' }).click();
  await page.getByRole('textbox', { name: 'Show everything as of' }).fill('2026-03-16');
  await page.getByRole('button', { name: 'Set the time' }).click();
  await expect(to(page)).toHaveValue('2026-03-16T00:00:00Z');

  await to(page).fill('latest');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/to=latest/);
  await expect(sign).toContainText('and this page compares the two moments below, as we knew them.');
  await page.goto('/compare?ns=demo&asof=soon');
  await expect(page.getByRole('alert').filter({ hasText: 'soon' })).toContainText('This page shows now.');
  await page.goto('/compare?ns=demo&asof=1990-01-01T00:00:00Z');
  await page.getByRole('link', { name: 'Compare up to now' }).click();
  await expect(list(page)).toBeVisible();
});

test('an empty namespace has nothing to compare', async ({ page }) => {
  await page.goto('/compare?ns=nowhere');
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
});

test('the palette leads there', async ({ page }) => {
  await page.goto('/status?ns=demo');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('compare two moments');
  await page.getByRole('option', { name: /Compare two moments/ }).click();
  await expect(page.getByRole('heading', { name: 'Compare two moments of the store' })).toBeVisible();
});

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false });

  test('two moments are asked for', async ({ page }) => {
    await page.goto(NIGHT);
    await from(page).fill('@3000');
    await to(page).fill('2h ago');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page).toHaveURL(/from=%403000&to=\d{4}-[^&]+Z&v=1$/);
    await expect(list(page)).toBeVisible();
  });
});
