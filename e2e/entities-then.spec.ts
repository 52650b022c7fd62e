/** What was true of entities at a moment: found by a query, shown in columns, and opened there. */
import type { Locator, Page } from '@playwright/test';
import { API_SCHEMAS } from '../lib/wire/api/schemas.ts';
import { expect, type Instance, test } from './fixtures.ts';
import { stateTree } from './panes.ts';
import { playhead } from './timeline.ts';

const table = (page: Page): Locator => page.getByRole('table', { name: 'Entities' });
const entity = (page: Page, id: string): Locator => table(page).getByRole('link', { name: id });
const picker = (page: Page): Locator => page.locator('summary', { hasText: 'Time of the app' });
const sign = (page: Page): Locator => page.getByRole('region', { name: 'Time of the page' });
const asOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Show everything as of' });

const WIDE_LIMITS = 'entity-type:staff state:/permissions/refundLimit>1000';

const LONG_NAME = 'the night shift of the second warehouse in the harbour of Bergen North';

/** A late event comes last and tells of the beginning: what was known and what had happened differ in between. */
const LATE_LOG = [
  {
    id: 'K-1',
    at: '2026-02-01T10:00:00Z',
    written: '2026-02-01T10:00:00Z',
    content: { place: 'Oslo' },
    by: null,
  },
  {
    id: 'K-1',
    at: '2026-02-05T10:00:00Z',
    written: '2026-02-05T10:00:00Z',
    content: { place: 'Bergen' },
    by: null,
  },
  {
    id: 'K-1',
    at: '2026-02-03T10:00:00Z',
    written: '2026-02-09T10:00:00Z',
    content: { place: 'Hamar' },
    by: null,
  },
  {
    id: 'K-2',
    at: '2026-02-02T10:00:00Z',
    written: '2026-02-02T10:00:00Z',
    content: { place: 'Oslo' },
    by: LONG_NAME,
  },
];

const LATE_IMPORT = [
  ...[
    'import',
    '-',
    '--namespace',
    'then',
    '--format',
    'ndjson',
    '--entity-type',
    'key',
    '--entity-id',
    '/id',
  ],
  ...['--event-type', '/type', '--occurred-at', '/at', '--recorded-at', '/written', '--payload', '/content'],
  ...['--actor', '/by', '--fold', 'merge', '--source', 'keys'],
];

async function importLate(instance: Instance): Promise<void> {
  const lines = LATE_LOG.map((line) => `${JSON.stringify({ ...line, type: 'Moved' })}\n`).join('');
  const imported = await instance.command(LATE_IMPORT, lines);
  expect(imported.stderr + imported.exitCode).toMatch(/0$/);
}

/** The change log fills right behind the log. */
async function whenSearchable(page: Page): Promise<void> {
  const status = await page.request.get('/api/health');
  expect(status.ok()).toBe(true);
  await expect
    .poll(
      async () => {
        const [found, events] = await Promise.all([
          page.request.get('/api/v1/entities/find?limit=1'),
          page.request.get('/api/v1/events/summary'),
        ]);
        const { changedTo } = API_SCHEMAS.FoundEntities.parse(await found.json());
        const { head, searchedTo } = API_SCHEMAS.FoundSummary.parse(await events.json());
        return head === changedTo && head === searchedTo && head !== '0';
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

function entitiesAt(query: Readonly<Record<string, string>>): string {
  return `/entities?${new URLSearchParams(query)}`;
}

test('who could refund more than a thousand then, with what limit, and what else was true of them', async ({
  page,
}) => {
  await page.goto('/entities?ns=demo');
  await whenSearchable(page);
  const query = page.getByRole('combobox', { name: 'Query about their state' });
  await query.fill(WIDE_LIMITS);
  await query.press('Enter');
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(entity(page, 'ines.halden')).toBeVisible();
  await expect(entity(page, 'tove.lind')).toHaveCount(0);

  await page.goto(entitiesAt({ ns: 'demo', q: WIDE_LIMITS, asof: '2026-03-15T12:00:00Z' }));
  await expect(sign(page)).toContainText('As of 15 March 2026, 12:00:00 UTC, as we knew it.');
  await expect(entity(page, 'tove.lind')).toBeVisible();
  const column = page.getByRole('combobox', { name: 'Column' });
  await column.fill('/permissions/refundLimit');
  await column.press('Enter');
  const row = table(page).getByRole('row', { name: /tove\.lind/ });
  await expect(row.getByRole('cell').first()).toHaveText('20000');
  await expect(row).toContainText('31 of 40');

  // The address alone restores it.
  const address = page.url();
  await page.goto('/');
  await page.goto(address);
  await expect(row.getByRole('cell').first()).toHaveText('20000');
  await expect(page.getByRole('combobox', { name: 'Query about their state' })).toHaveValue(WIDE_LIMITS);

  // The entity opens where the list stands.
  await entity(page, 'tove.lind').click();
  await expect(playhead(page)).toHaveValue('31');
  await expect(page).toHaveURL(/[?&]at=2026-03-15T12%3A00%3A00Z/);
  await expect(stateTree(page).getByRole('treeitem', { name: /refundLimit .*now 20000/ })).toBeVisible();
  await page.goBack();

  await sign(page).getByRole('link', { name: 'Back to now' }).click();
  await expect(sign(page)).toHaveCount(0);
  await expect(entity(page, 'ines.halden')).toBeVisible();
  await expect(entity(page, 'tove.lind')).toHaveCount(0);

  await page.getByRole('link', { name: 'Leave out the field /permissions/refundLimit' }).click();
  await expect(table(page).getByRole('columnheader', { name: /refundLimit/ })).toHaveCount(0);
});

/** Words of the table that are broken in their midst. */
const brokenWords = (page: Page): Promise<readonly string[]> =>
  table(page).evaluate((whole) => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
      for (const { index, 0: word } of (text.textContent ?? '').matchAll(/[^\s:/-]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(word);
      }
    return broken;
  });

test('three fields beside what happened last break no word, and a long name makes no tall row', async ({
  page,
  instance,
}) => {
  await importLate(instance);
  await whenSearchable(page);
  const columns = ['/permissions/refundLimit', '/lastSignIn', '/name'];
  const asked = new URLSearchParams([
    ['ns', 'demo'],
    ['type', 'staff'],
    ['asof', '2026-03-15T12:00:00Z'],
    ...columns.map((path) => ['col', path]),
  ]);
  await page.goto(`/entities?${asked}`);
  await expect(entity(page, 'ines.halden')).toBeVisible();
  expect(await brokenWords(page)).toEqual([]);

  await page.goto('/entities?ns=then');
  const by = table(page).getByRole('row', { name: /K-2/ }).getByTitle(LONG_NAME);
  await expect(by).toBeVisible();
  const box = await by.boundingBox();
  expect(box?.height).toBeLessThanOrEqual(48);
});

test('as we knew it and as it happened are two answers where an event came late', async ({
  page,
  instance,
}) => {
  await importLate(instance);
  await page.goto('/entities?ns=then');
  await whenSearchable(page);
  const then = { ns: 'then', col: '/place', asof: '2026-02-04T00:00:00Z' };
  const place = (id: string) =>
    table(page)
      .getByRole('row', { name: new RegExp(id) })
      .getByRole('cell')
      .first();
  await page.goto(entitiesAt(then));
  await expect(place('K-1')).toHaveText('Oslo');

  await picker(page).click();
  await page.getByRole('radio', { name: /As it happened/ }).check();
  await page.getByRole('button', { name: 'Set the time' }).click();
  await expect(sign(page)).toContainText('as it happened');
  await expect(place('K-1')).toHaveText('Hamar');
  await expect(place('K-2')).toHaveText('Oslo');
  await entity(page, 'K-1').click();
  await expect(stateTree(page).getByRole('treeitem', { name: /place .*now "Hamar"/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Axis' })).toHaveValue('occurred');
});

test('the time is set by keys, in words, and carried from page to page', async ({ page }) => {
  await page.goto('/entities?ns=demo&type=staff');
  await picker(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(asOf(page)).toBeFocused();
  await page.keyboard.type('soonish');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '“soonish” is no moment' })).toBeVisible();
  await expect(asOf(page)).toBeFocused();
  await asOf(page).fill('2026-03-14 12:00');
  // Its names are written once somebody reaches for them.
  const zone = page.getByRole('combobox', { name: 'Zone' });
  await zone.focus();
  await zone.selectOption('Europe/Berlin');
  await asOf(page).press('Enter');
  await expect(sign(page)).toContainText('As of 14 March 2026, 12:00:00 +01:00, as we knew it.');
  await expect(page).toHaveURL(/type=staff/);
  await expect(page).toHaveURL(/asof=2026-03-14T11%3A00%3A00Z/);
  await expect(asOf(page)).toBeHidden();

  await page.getByRole('navigation', { name: 'Main' }).locator('summary').click();
  await page.getByRole('link', { name: 'Status' }).click();
  await expect(sign(page)).toContainText('this page shows the store as it is now');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('main').getByRole('link', { name: 'staff', exact: true }).click();
  await expect(sign(page)).toContainText('As of 14 March 2026, 12:00:00 +01:00');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('back to now');
  await page.keyboard.press('Enter');
  await expect(sign(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('set the time of');
  await page.keyboard.press('Enter');
  await expect(asOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asOf(page)).toBeHidden();
  await expect(picker(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Yesterday, 00:00' }).click();
  await expect(sign(page)).toContainText('00:00:00 +0');
  await expect(page).toHaveURL(/asof=\d{4}-\d\d-\d\dT2[23]%3A00%3A00Z/);
});

test('a query that cannot be read says where, and how it was meant', async ({ page }) => {
  await page.goto(entitiesAt({ ns: 'demo', q: 'entity-typ:staff' }));
  const refusal = page.getByRole('region', { name: 'Why nothing is listed' });
  await expect(refusal.getByRole('alert')).toContainText('CS-150');
  await expect(refusal.locator('mark')).toHaveText(/^entity-typ/);
  await expect(page.getByRole('combobox', { name: 'Query about their state' })).toHaveValue(
    'entity-typ:staff',
  );
  await refusal.getByRole('link', { name: 'entity-type:staff' }).click();
  await expect(entity(page, 'tove.lind')).toBeVisible();

  await page.goto(entitiesAt({ ns: 'demo', q: 'type:OrderPlaced' }));
  await expect(refusal.getByRole('alert')).toContainText('CS-152');
});

test('what is no moment of this store is said, and the list is that of now', async ({ page }) => {
  for (const [asked, why] of [
    ['soon', '“soon” is no moment'],
    ['812', 'A version belongs to one entity'],
    ['@999999999', 'beyond the head of the log'],
  ] as const) {
    await page.goto(entitiesAt({ ns: 'demo', type: 'staff', asof: asked }));
    await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible();
    await expect(entity(page, 'tove.lind')).toBeVisible();
  }
});

test('what had been removed is left out, said, and shown when asked', async ({ page }) => {
  await page.goto('/entities?ns=demo&type=staff');
  await expect(page.getByText('; 1 has been removed and is not shown.')).toBeVisible();
  await expect(entity(page, 'oskar.wik')).toHaveCount(0);
  await page.getByRole('link', { name: 'Show it' }).click();
  await expect(page.getByText(', 1 of them removed.')).toBeVisible();
  const row = table(page).getByRole('row', { name: /oskar\.wik/ });
  await expect(row.getByText('removed', { exact: true })).toBeVisible();

  // Before that day nobody had been removed.
  await page.goto('/entities?ns=demo&type=staff&asof=2025-11-01');
  await expect(row.getByText('removed', { exact: true })).toHaveCount(0);
  await expect(row).toBeVisible();
});

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false });

  test('the form sets the time and the links lead on', async ({ page }) => {
    await page.goto('/entities?ns=demo&type=staff');
    await picker(page).click();
    await asOf(page).fill('2026-03-15');
    await page.getByRole('button', { name: 'Set the time' }).click();
    await expect(page).toHaveURL(/asof=2026-03-15T00%3A00%3A00Z/);
    await expect(page).toHaveURL(/type=staff/);
    await expect(sign(page)).toContainText('As of 15 March 2026, 00:00:00 UTC');
    await expect(entity(page, 'tove.lind')).toBeVisible();
    await picker(page).click();
    await page.getByRole('link', { name: 'A week ago' }).click();
    await expect(page).toHaveURL(/asof=20\d\d-\d\d-\d\dT/);
  });
});
