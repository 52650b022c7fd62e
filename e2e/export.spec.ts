/** What is on screen, taken along: each form holds what the log says, and says that it is whole. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectNothingFound } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { parcelAt, parcelLog } from './parcel-log.ts';
import { openEntity } from './timeline.ts';

const ENTITY = '/api/v1/entities/parcel/p-1';
const PAGE = '/entities/parcel/p-1?at=120&a=41&b=200&v=1';
const log = parcelLog();

const menu = (page: Page): Locator => page.getByRole('region', { name: 'Export' });

async function openMenu(page: Page, path = PAGE): Promise<void> {
  await openEntity(page, path);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(menu(page).getByRole('link', { name: 'Download' })).toBeVisible();
}

async function choose(page: Page, what: RegExp, format: string): Promise<void> {
  await menu(page).getByRole('radio', { name: what }).check();
  await menu(page)
    .getByRole('group', { name: 'Format' })
    .getByRole('button', { name: format, exact: true })
    .click();
}

async function downloaded(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await menu(page).getByRole('link', { name: 'Download' }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('the moment, the diff and the events of the page come as files', async ({ page, request }) => {
  await openMenu(page);
  const moment = await downloaded(page);
  expect(moment.name).toBe('parcel-p-1-state-120-recorded.json');
  expect(JSON.parse(moment.text)).toMatchObject({
    export: { what: 'state', entityId: 'p-1', at: { version: 120 }, zone: 'UTC' },
    state: parcelAt(120),
    complete: true,
  });

  await choose(page, /^This diff/, 'JSON Patch');
  const patch = await downloaded(page);
  const answered = await request.get(`${ENTITY}/diff?from=41&to=200&format=json-patch`);
  expect(JSON.parse(patch.text)).toEqual(await answered.json());
  expect(patch.name).toBe('parcel-p-1-diff-41-200-recorded.patch.json');

  await choose(page, /^Events/, 'NDJSON');
  await expect(menu(page).getByText(/^159 events · about/)).toBeVisible();
  const events = await downloaded(page);
  const lines = events.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { events: told } = await (await request.get(`${ENTITY}/events?from=42&to=200`)).json();
  expect(lines.slice(0, -1)).toEqual(told);
  expect(lines.at(-1)).toMatchObject({
    export: { from: { version: 41 }, to: { version: 200 }, rows: 159, complete: true },
  });

  await choose(page, /^Changes/, 'CSV');
  const changes = await downloaded(page);
  expect(changes.text).toMatch(/^\uFEFFpath,kind before,before,kind after,after,/);
  expect(changes.text).toContain('/status,text,travelling,text,delivered,200,ParcelScanned,');
  expect(changes.text).toMatch(/# complete,true,+\r\n$/);

  await choose(page, /^This diff/, 'Markdown');
  const table = await downloaded(page);
  expect(table.text).toContain('| /status | text | travelling | text | delivered | 200 | ParcelScanned |');
});

test('a filter of the address goes along and is said, one by text too', async ({ page }) => {
  await openMenu(page, '/entities/parcel/p-1?type=NoteChanged&actor=bob&changed=%2Fnote&v=1');
  await choose(page, /^Events/, 'JSON');
  await expect(menu(page).getByRole('checkbox')).toBeChecked();
  const { name, text } = await downloaded(page);
  expect(name).toBe('parcel-p-1-events-0-240-recorded-filtered.json');
  const wanted = log.flatMap(({ what, who }, index) =>
    what === 'NoteChanged' && who === 'bob' ? [index + 1] : [],
  );
  const read = JSON.parse(text);
  expect(read.events.map(({ version }: { version: number }) => version)).toEqual(wanted);
  expect(read.export.filter.words).toBe('only events of type "NoteChanged", by "bob", that changed /note');

  await openEntity(page, '/entities/parcel/p-1?text=checked&v=1');
  await page.getByRole('button', { name: 'Export' }).click();
  await menu(page)
    .getByRole('radio', { name: /^Events/ })
    .check();
  await expect(menu(page).getByText('only events that hold the text "checked"')).toBeVisible();
  await choose(page, /^Events/, 'JSON');
  const byText = JSON.parse((await downloaded(page)).text);
  const holding = log.flatMap((event, index) =>
    JSON.stringify(event).includes('checked') ? [index + 1] : [],
  );
  expect(byText.events.map(({ version }: { version: number }) => version)).toEqual(holding);
  expect(byText.export.filter).toEqual({
    words: 'only events that hold the text "checked"',
    text: 'checked',
  });
});

test('beside a diff it is the diff that is offered first, and the note is about the stretch between the pins', async ({
  page,
}) => {
  await openMenu(page, '/entities/parcel/p-1?at=120&a=41&b=200&d=unified&v=1');
  await expect(menu(page).getByRole('radio', { name: /^This diff/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a note' }).click();
  const composer = page.getByRole('dialog', { name: 'Add a note' });
  await expect(composer.getByRole('button', { name: 'A 41 – B 200' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(composer.getByRole('heading', { name: 'Bookmark events 41 to 200' })).toBeVisible();
});

test('by keyboard: open, choose, copy, and back to the button', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEntity(page, PAGE);
  const button = page.getByRole('button', { name: 'Export' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByText(/\d bytes$/)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu(page).getByRole('radio', { name: /^This moment/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(menu(page).getByText('parcel-p-1-diff-41-200-recorded.json')).toBeVisible();
  await expect(page, 'the arrows belong to the choice').toHaveURL(/at=120/);
  const copy = menu(page).getByRole('button', { name: 'Copy', exact: true });
  await expect(copy, 'there is something to copy only when the file has come').toBeEnabled();
  await copy.press('Enter');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(async () => (await copied()).slice(0, 24)).toBe('{"export":{"what":"diff"');
  await menu(page).getByRole('button', { name: 'Copy link' }).press('Enter');
  await expect.poll(copied).toContain('/api/v1/entities/parcel/p-1/export?what=diff&format=json');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test('the command line gives the same bytes', async ({ request, instance }) => {
  const asked = [
    '--what',
    'events',
    '--from',
    '7',
    '--to',
    '99',
    '--type',
    'NoteChanged',
    '--type',
    'ParcelCreated',
    '--text',
    'CHECKED 1',
    '--format',
    'csv',
  ];
  const told = await instance.command(['export', 'parcel', 'p-1', ...asked]);
  const query = 'what=events&from=7&to=99&type=NoteChanged&type=ParcelCreated&text=CHECKED+1&format=csv';
  expect(told).toMatchObject({
    exitCode: 0,
    stdout: await (await request.get(`${ENTITY}/export?${query}`)).text(),
  });
  expect(told.stdout).toContain('# rows,1,');
  const wrong = await instance.command(['export', 'parcel', 'p-1', '--what', 'diff', '--at', '7']);
  expect(wrong).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('at says nothing about'),
  });
  expect(await instance.command(['export', '--what', 'diff'])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await instance.command(['export', 'parcel', 'none'])).toMatchObject({ exitCode: 3, stdout: '' });
});

test('what has no meaning is refused with its number before a byte is sent', async ({ request }) => {
  for (const [query, code] of [
    ['what=state&format=ndjson', 'CS-114'],
    ['what=diff&at=12', 'CS-114'],
    ['what=state&text=late', 'CS-114'],
    ['what=events&changed=status', 'CS-106'],
    ['what=events&from=999', 'CS-111'],
    ['what=poem', 'CS-114'],
  ]) {
    const refused = await request.get(`${ENTITY}/export?${query}`);
    expect(refused.status(), query).toBe(400);
    expect(await refused.json(), query).toMatchObject({ code });
  }
  expect((await request.get('/api/v1/entities/parcel/none/export')).status()).toBe(404);
});

for (const [width, height, scheme] of [
  [1440, 900, 'light'],
  [390, 844, 'dark'],
  [320, 640, 'light'],
] as const) {
  test(`the menu is accessible and fits, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await openMenu(page);
    await menu(page)
      .getByRole('radio', { name: /^Events/ })
      .check();
    await expect(menu(page).getByText(/^159 events · about/)).toBeVisible();
    await expectNothingFound(page, { within: 'section[aria-label="Export"]' });
    const box = await menu(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  });
}
