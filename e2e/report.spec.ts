/** What is on screen, on paper: whole, with its case, its scope and the number of every page. */
import type { Page } from '@playwright/test';
import { expectFits, expectNothingFound } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { stateTree } from './panes.ts';
import { PARCEL_IMPORT, parcelLog } from './parcel-log.ts';
import { openEntity } from './timeline.ts';

const log = parcelLog();

/** Pages of a PDF as Chromium writes it: each is an object of its own. */
async function printedPages(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test('the menu leads to a report of what is on screen, which is printed page by page', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&a=41&b=200&v=1');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Report…' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'parcel p-1' })).toBeVisible();
  await page.getByLabel('Case reference').fill('2026/117');
  await page.getByLabel('Prepared by').fill('Ines Halden');

  const scope = page.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText('recorded, as it was known');
  await expect(scope).toContainText('none, every event');
  await expect(scope).toContainText('Times of events are UTC; times in values stand as they were written.');

  // What was found comes before how it was asked for.
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings.slice(0, 2)).toEqual(['Finding', 'Scope']);
  const finding = page.getByRole('region', { name: 'Finding' });
  await expect(finding).toContainText('Between event 41 and event 200:');
  await expect(finding.getByRole('listitem').filter({ hasText: 'status' })).toContainText(
    /status went from travelling to delivered.* event 200, scanner-7, 2026-/,
  );
  await expect(finding).toContainText('159 events are listed: 53 by alice, 53 by bob and 53 by scanner-7.');

  const state = page.getByRole('table', { name: 'State' });
  await expect(state.getByRole('row', { name: /^note "checked 119"/ })).toContainText('#119 scanner-7');
  const differences = page.getByRole('table', { name: 'Differences' });
  await expect(differences.getByRole('row', { name: /^status/ })).toContainText(
    '"travelling""delivered"#200',
  );
  const rows = page.getByRole('table', { name: 'Events' }).getByRole('row');
  await expect(rows).toHaveCount(1 + 159);
  await expect(rows.last()).toContainText(`#200 ${log[199]?.what}`);
  await expect(rows.last()).toContainText('status from travelling to delivered');
  await expect(rows.last()).toContainText(/sha256:[0-9a-f]{64}/);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print…' })).toBeHidden();
  await expect(page.getByLabel('Case reference')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Case' })).toContainText('Ines Halden');
  expect(await printedPages(page, 'A4')).toBeGreaterThan(5);
  expect(await printedPages(page, 'Letter')).toBeGreaterThan(5);
  const margins = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ['--paper-title', '--paper-case', '--paper-foot'].map((name) => style.getPropertyValue(name));
  });
  expect(margins[0]).toContain('parcel p');
  expect(margins[1]).toContain('2026');
  expect(margins[2]).toContain('Chronoscope');
});

test('a report from the later moment to the earlier one tells what was found in the order of time', async ({
  page,
}) => {
  await page.goto('/entities/parcel/p-1/report?at=120&a=200&b=41&v=1');
  const finding = page.getByRole('region', { name: 'Finding' });
  await expect(finding).toContainText('Between event 41 and event 200:');
  await expect(finding.getByRole('listitem').filter({ hasText: 'status' })).toContainText(
    /status went from travelling to delivered.* event 200, scanner-7, 2026-/,
  );
  const scope = page.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText(/A\s*event 200/);
  await expect(scope).toContainText(/B\s*event 41/);
  await expect(page.getByRole('heading', { name: 'Differences from event 200 to event 41' })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Differences' }).getByRole('row', { name: /^status/ }),
  ).toContainText('"delivered""travelling"#200');
  // The columns do not say that an event made the one of the other.
  await expect(page.getByRole('columnheader', { name: 'At event 200' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Changed in between by' })).toBeVisible();
});

test('a report of a single moment tells what its event did, or that the filter leaves that out', async ({
  page,
}) => {
  const finding = page.getByRole('region', { name: 'Finding' });
  await page.goto('/entities/parcel/p-1/report?at=200&v=1');
  await expect(finding).toContainText('scanner-7 changed status from travelling to delivered');
  await expect(finding).toContainText(/Event 200, recorded 2026-.*, occurred 2026-/);
  await expect(finding).toContainText(/At event 200 the state has \d+ values\. 200 events are listed/);
  await page.goto('/entities/parcel/p-1/report?at=200&actor=bob&v=1');
  await expect(finding).toContainText('What event 200 itself did is left out by the filter.');
  await expect(finding).toContainText(
    /At event 200 the state has \d+ values\. 67 events are listed: all by bob/,
  );
  await expect(finding).not.toContainText('delivered');
  // Over a stretch the state is that of the moment on screen, which need not lie in it.
  await page.goto('/entities/parcel/p-1/report?at=0&a=10&b=20&v=1');
  await expect(finding).toContainText('Between event 10 and event 20:');
  await expect(finding).toContainText(
    'There is no state before the first event: the entity did not exist yet. 10 events are listed',
  );
});

test('a report finds what changed and came back, with what every event made of it', async ({ page }) => {
  await page.goto('/entities/staff/tove.lind/report?ns=demo&at=33&a=30&b=33&v=1');
  const finding = page.getByRole('region', { name: 'Finding' });
  await expect(finding).toContainText('1 field changed and came back:');
  await expect(finding.getByRole('listitem').filter({ hasText: /refund ?limit/i })).toContainText(
    /went from 200 to 20000 · event 31, staff:marek\.dahl, 2026-03-14 .*, then from 20000 to 200 · event 32, /,
  );
  // An instant is broken before its time, where the sheet is narrow.
  await page.setViewportSize({ width: 390, height: 844 });
  const kept = finding.locator('del').first().locator('span').first();
  await expect(kept).toHaveText('2026-03-02');
  expect(await kept.evaluate((element) => element.getClientRects().length)).toBe(1);
  // A filter hides events from the list, and not from the finding.
  await page.goto('/entities/staff/tove.lind/report?ns=demo&at=33&a=33&b=30&type=StaffSignedIn&v=1');
  await expect(finding).toContainText('1 field changed and came back:');
});

test('a report says why an event was recorded, and what the events say that it led to', async ({ page }) => {
  await page.goto('/entities/staff/tove.lind/report?ns=demo&at=32&a=30&b=32&v=1');
  const events = page.getByRole('table', { name: 'Events' });
  await expect(events.getByRole('row', { name: /^#32 / })).toContainText(
    /Recorded with it: reason clean-up\./i,
  );
  await expect(events.getByRole('row', { name: /^#31 / })).not.toContainText('Recorded with it');
  await expect(
    page
      .getByRole('table', { name: 'Related events' })
      .getByRole('row', { name: /refund R-2071/ })
      .first(),
  ).toContainText(/4180/);
});

test('a report says that an entity had been removed, and by which event', async ({ page, instance }) => {
  const [first] = log;
  const event = (what: string) => JSON.stringify({ ...first, parcel: 'lost', what });
  const lines = ['ParcelCreated', 'ParcelScanned', 'ParcelLost', 'ParcelLost'].map(event);
  const removal = ['--removed-when', '/what=ParcelLost'];
  const imported = await instance.command(
    ['import', '-', ...PARCEL_IMPORT, ...removal],
    `${lines.join('\n')}\n`,
  );
  expect(imported.exitCode).toBe(0);
  const finding = page.getByRole('region', { name: 'Finding' });
  const none = 'There is no state at event 3: that event removed the entity.';
  await page.goto('/entities/parcel/lost/report?at=3&v=1');
  await expect(finding).toContainText('removed it;');
  await expect(finding).toContainText(`${none} 3 events are listed`);
  await expect(page.getByRole('region', { name: 'State after event 3' })).toContainText(none);
  await page.goto('/entities/parcel/lost/report?at=3&a=1&b=2&v=1');
  await expect(finding).toContainText(none);
  // On screen as well, with what went.
  await openEntity(page, '/entities/parcel/lost?at=3&v=1');
  await expect(page.getByText('It was removed')).toBeVisible();
  await expect(
    stateTree(page).getByRole('treeitem', { name: /^status removed, was "travelling"/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'See it just before' }).click();
  await expect(page.getByText('It was removed')).toBeHidden();
});

test('the case is kept in this browser for the next report', async ({ page }) => {
  await page.goto('/entities/parcel/p-1/report?at=3&v=1');
  await page.getByLabel('Purpose').fill('Quarterly review');
  await page.goto('/entities/parcel/p-1/report?at=4&v=1');
  await expect(page.getByLabel('Purpose')).toHaveValue('Quarterly review');
});

test('a filter is said in words, with how many events it hides', async ({ page }) => {
  await page.goto('/entities/parcel/p-1/report?type=NoteChanged&actor=bob&v=1');
  const kept = log.filter(({ what, who }) => what === 'NoteChanged' && who === 'bob').length;
  const scope = page.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText('only events of type "NoteChanged", by "bob"');
  await expect(scope).toContainText(`${240 - kept} events that the filter leaves out`);
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('row')).toHaveCount(1 + kept);
  await page.goto('/entities/parcel/p-1/report?text=checked&v=1');
  await expect(scope).toContainText('only events that hold the text "checked"');
  const holding = log.filter((event) => JSON.stringify(event).includes('checked')).length;
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('row')).toHaveCount(1 + holding);
});

test('a report says what readers noted and what its events led to, in the zone of the reader', async ({
  page,
  request,
  instance,
}) => {
  const [first] = log;
  const line = (parcel: string, id: string, because: string | null) =>
    JSON.stringify({ ...first, parcel, id, because, happened: '2026-01-05T13:00:00Z' });
  const lines = [
    line('reported', 'r-1', null),
    line('reported', 'r-2', null),
    line('led to', 'l-1', 'r-2'),
    line('reported', 'r-3', null),
  ];
  const ids = ['--event-id', '/id', '--causation-id', '/because'];
  const imported = await instance.command(['import', '-', ...PARCEL_IMPORT, ...ids], `${lines.join('\n')}\n`);
  expect(imported.exitCode).toBe(0);
  await page.goto('/entities/parcel/reported/report?v=1');
  await expect(page.getByText('There are none on the moments of this report.')).toBeVisible();
  const notes = '/api/v1/entities/parcel/reported/notes';
  for (const [eventId, text, from, to, path] of [
    ['on-a-field', 'Noted on a field', 2, null, '/status'],
    ['on-a-stretch', 'Noted on a stretch \u202e', 1, 2, null],
    ['beyond-it', 'Noted beyond', 3, null, null],
  ] as const) {
    const on = { axis: 'recorded', from, to, path };
    const change = { what: 'add', on, text };
    const data = { eventId, author: 'alice', expectedVersion: null, change };
    expect((await request.post(notes, { data })).status(), text).toBe(200);
  }

  await page.goto('/entities/parcel/reported/report?at=2&tz=Europe%2FBerlin&v=1');
  const said = page.getByRole('table', { name: 'Notes' }).getByRole('row');
  await expect(said).toHaveCount(1 + 2);
  await expect(said.nth(1)).toContainText(/^event 2field statusNoted on a fieldalice/);
  await expect(said.nth(2)).toContainText('events 1 to 2Noted on a stretch U+202E');
  await expect(page.getByText('1 note on other moments, left out.')).toBeVisible();
  const related = page.getByRole('table', { name: 'Related events' }).getByRole('row');
  await expect(related).toHaveCount(1 + 1);
  await expect(related.last()).toContainText(
    /parcel led to#1 ParcelCreated.*status travelling; .*caused by event 2/,
  );
  await expect(related.last()).toContainText('2026-01-05 14:00:00 +01:00');
  await expect(page.getByRole('region', { name: 'Case' })).toContainText(
    'Times of events are those of Europe/Berlin',
  );
  await expect(page.getByRole('region', { name: 'Scope' })).toContainText('2026-01-05 14:00:00 +01:00');
  await expect(page.getByText(/\d UTC/)).toHaveCount(0);
});

test.describe('on a machine in Newfoundland', () => {
  test.use({ timezoneId: 'America/St_Johns' });

  test('the zone of the machine holds for every time of the report', async ({ page }) => {
    await page.goto('/entities/parcel/p-1/report?at=3&tz=local&v=1');
    await expect(page.getByRole('region', { name: 'Case' })).toContainText('those of America/St_Johns');
    const rows = page.getByRole('table', { name: 'Events' }).getByRole('row');
    await expect(rows.last()).toContainText('2026-01-05 19:30:00 -03:30');
    await expect(page.getByText(/\d UTC/)).toHaveCount(0);
  });
});

test('a long report asks first, and is then printed whole', async ({ page, instance }) => {
  const [first] = log;
  const lines = Array.from({ length: 1_600 }, (_, index) =>
    JSON.stringify({ ...first, parcel: 'paper', content: { count: index } }),
  );
  const imported = await instance.command(['import', '-', ...PARCEL_IMPORT], `${lines.join('\n')}\n`);
  expect(imported.exitCode).toBe(0);
  await page.goto('/entities/parcel/paper/report?v=1');
  await expect(page.getByText('1,600 events, 1 value, about 134 pages.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all 134 pages' }).click();
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('row')).toHaveCount(1_601);
});

for (const [width, height, scheme] of [
  [1440, 900, 'light'],
  [390, 844, 'dark'],
  [320, 640, 'light'],
] as const) {
  test(`the report is accessible and fits, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/entities/parcel/p-1/report?at=20&a=3&b=20&v=1');
    await expect(page.getByRole('table', { name: 'Events' })).toBeVisible();
    await expectNothingFound(page);
    await expectFits(page);
  });
}
