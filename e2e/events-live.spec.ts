/** The page of all events while more come, against a server of its own that is stopped and started again; and what can be taken along of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type RunningServer, runCommand, startServer } from '../lib/testing/chronoscope-process.ts';
import { whileHeldBack } from '../lib/testing/held-back.ts';
import { expectNothingSerious } from './axe.ts';
import { grid, heading } from './events-page.ts';
import { PARCEL_IMPORT, parcelNdjson } from './parcel-log.ts';

/** Pixels. */
const ROW = 32;

let dataDir = '';
let server: RunningServer | null = null;
let noted = 0;

const start = async (...args: readonly string[]): Promise<RunningServer> => {
  server = await startServer(['--no-demo', '--data-dir', dataDir, ...args]);
  return server;
};
test.beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-events-live-'));
  await start();
  await append(parcelNdjson());
});
test.afterAll(async () => {
  if (server?.process.exitCode === null) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function append(lines: string): Promise<void> {
  const done = await runCommand(['import', '-', ...PARCEL_IMPORT, '--data-dir', dataDir], lines);
  expect(done).toMatchObject({ exitCode: 0 });
}

/** As many more events as asked for, that nothing else in the log is like. */
async function note(count: number): Promise<void> {
  const at = '2026-12-24T08:00:00Z';
  const lines = Array.from({ length: count }, () => {
    noted += 1;
    return `${JSON.stringify({ parcel: 'p-1', what: 'Noted', who: 'bob', happened: at, written: at, content: { n: noted } })}\n`;
  });
  await append(lines.join(''));
}

/** Which of them are on screen, from the top. */
const shown = (page: Page): Promise<readonly number[]> =>
  grid(page)
    .getByRole('row')
    .filter({ hasText: 'Noted' })
    .evaluateAll((rows) => rows.map((row) => Number(/n\D+(\d+)/.exec(row.textContent ?? '')?.[1])));

const downTo = (last: number): readonly number[] => Array.from({ length: last }, (_, nth) => last - nth);

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${server?.url}/events?${query}`);
}

test('what comes is shown at the top, waits while it is paused, and none is lost when the server is started again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const port = new URL(server?.url ?? '').port;
  await open(page, 'q=type:Noted&cols=changes,type,entity');
  await button(page, 'Live').click();
  await expect(button(page, 'Live')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/[?&]live=1/);
  await expect(page.getByText(/^Following\. The page keeps 3,000 rows/)).toBeVisible();
  await note(3);
  await expect.poll(() => shown(page)).toEqual(downTo(3));
  await expectNothingSerious(page);

  await button(page, 'Pause').click();
  await note(2);
  await expect(button(page, 'Show 2 new events')).toBeVisible();
  expect(await shown(page)).toEqual(downTo(3));
  await expectNothingSerious(page);
  await button(page, 'Show 2 new events').press('Enter');
  await expect.poll(() => shown(page)).toEqual(downTo(5));
  await button(page, 'Resume').click();

  await server?.stop();
  await expect(page.getByText('The connection is lost and sought again.')).toBeVisible();
  // The log goes on without the server.
  await note(3);
  expect(await shown(page)).toEqual(downTo(5));
  await start('--port', port);
  await expect.poll(() => shown(page), { timeout: 30_000 }).toEqual(downTo(8));
  await expect(page.getByText(/^Following\./)).toBeVisible();
  await note(4);
  await expect.poll(() => shown(page)).toEqual(downTo(12));

  // The address alone goes on following.
  await page.reload();
  await expect(button(page, 'Live')).toHaveAttribute('aria-pressed', 'true');
  await note(1);
  await expect.poll(() => shown(page)).toEqual(downTo(13));
  await button(page, 'Live').click();
  await expect(page).not.toHaveURL(/live=1/);
});

test('a burst stays usable, and what is read further down stays where it is', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'sort=position&live=1&cols=position,type,changes');
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
  await note(2_500);
  const newest = String(noted);
  await expect(grid(page).getByRole('row').nth(1)).toContainText(newest, { timeout: 30_000 });
  // All that is in sight is of the burst, one row below the other.
  await expect(async () => {
    const rows = await shown(page);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows).toEqual(rows.map((_, nth) => noted - nth));
  }).toPass();
  const tops = await grid(page)
    .getByRole('row')
    .filter({ hasText: 'Noted' })
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(tops).toEqual(tops.map((_, nth) => (tops[0] ?? 0) + nth * ROW));

  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  for (let nth = 0; nth < 4; nth += 1) await page.keyboard.press('PageDown');
  // Of a burst a screenful is told; the rest is there all the same.
  await expect(async () => {
    const rows = await shown(page);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows).toEqual(rows.map((_, nth) => (rows[0] ?? 0) - nth));
  }).toPass();
  const selected = grid(page).locator('[role=row][aria-selected=true]');
  const read = await selected.textContent();
  const place = await selected.boundingBox();
  await expect(page.getByText('New events wait while you read further down.')).toBeVisible();
  await note(12);
  await expect(button(page, 'Show 12 new events')).toBeVisible();
  expect(await selected.textContent()).toBe(read);
  expect((await selected.boundingBox())?.y).toBe(place?.y);
  await button(page, 'Show 12 new events').click();
  await expect(grid(page).getByRole('row').nth(1)).toContainText(String(noted));
});

test('what an event changed is said as soon as it is known, and until then that it is not', async ({
  page,
}) => {
  await open(page, 'sort=position&live=1&cols=position,type,changes');
  const newest = grid(page).getByRole('row').nth(1);
  await whileHeldBack(dataDir, 'changes', async () => {
    await note(1);
    await expect(newest).toContainText('not known yet');
    await page.reload();
    await expect(newest).toContainText('not known yet');
  });
  await expect(newest).toContainText(`is now ${noted}`);
});

test('all that is found is taken along: how many and how long is said before, and the file has them all', async ({
  page,
}) => {
  await open(page, 'q=type:ParcelScanned');
  const status = page.getByRole('status').filter({ hasText: 'events' }).first();
  await expect(status).toHaveText(/^[\d,]+ events, newest recorded first$/);
  const count = Number((await status.textContent())?.replace(/ events.*/, '').replaceAll(',', ''));
  await button(page, 'Export…').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText(
    new RegExp(`${count.toLocaleString('en')} events, (about )?[\\d.]+ (KiB|MiB)`),
  );
  await expectNothingSerious(page);
  for (const format of ['NDJSON', 'CSV', 'Parquet']) {
    await dialog.getByRole('button', { name: format }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Download' }).click(),
    ]);
    const file = await readFile(await download.path());
    if (format === 'Parquet') expect(file.subarray(0, 4).toString()).toBe('PAR1');
    else expect(file.toString()).toMatch(new RegExp(`"rows":${count}\\b|# rows,${count}\\b`));
  }
});

test('a column is made wider by keys, and the address keeps it', async ({ page, context }) => {
  await open(page, 'cols=type,entity,changes');
  const handle = page.getByRole('separator', { name: 'Width of Type' });
  await handle.focus();
  const before = (await heading(page, /^Type/).boundingBox())?.width ?? 0;
  for (let nth = 0; nth < 4; nth += 1) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/widths=type%3A\d+/);
  const after = (await heading(page, /^Type/).boundingBox())?.width ?? 0;
  expect(after).toBeGreaterThan(before + 30);
  // Somebody else opens the same address.
  await context.clearCookies();
  const other = await context.browser()?.newPage();
  await other?.goto(page.url());
  expect(other && (await heading(other, /^Type/).boundingBox())?.width).toBeCloseTo(after, 0);
  await other?.close();
});
