/** A stream so long that its first page has something to wait for. */
import type { Locator, Page } from '@playwright/test';
import { entityApiPath, problemJson } from '#wire';
import { buildingSchema } from '#wire/api';
import { expectFits, expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { copiedState } from './panes.ts';
import { PARCEL_IMPORT } from './parcel-log.ts';
import { playhead } from './timeline.ts';

const EVENTS = 60_000;
const PATH = '/entities/parcel/long';
const API = entityApiPath('parcel', 'long', '/building');
let asked = 0;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ instance }) => {
  test.setTimeout(240_000);
  const done = await instance.command(['import', '-', ...PARCEL_IMPORT], longLog());
  expect(done).toMatchObject({ exitCode: 0 });
});

test('a page that is being built says how far it is, and then shows the entity', async ({
  page,
  request,
}) => {
  await page.goto(PATH);
  const progress = bar(page);
  await expect(page.getByText('Reading 60,000 events')).toBeVisible();
  await expect(page.getByText('This is done once.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /parcel.*long/ })).toBeVisible();
  await expect(progress).toHaveAttribute('max', String(EVENTS));
  await expect(progress).toHaveAttribute('aria-valuetext', /^\d+ %, [\d,]+ of 60,000 events$/);
  const counts = await valuesUntilGone(progress);
  expect(counts).toEqual([...counts].sort((one, other) => one - other));
  expect(new Set(counts).size).toBeGreaterThan(1);
  await expect(playhead(page)).toHaveValue(String(EVENTS));
  expect(await copiedState(page)).toEqual(contentOf(EVENTS));
  expect(buildingSchema.parse(await (await request.get(API)).json())).toEqual({ building: false });
});

// First of all on its axis: a lower version that was asked for before would leave little to read.
test('beside others its own column says how far it is, and then shows the entity', async ({ page }) => {
  await page.goto('/together?e=parcel/long&axis=occurred&v=1');
  const column = page.getByRole('region', { name: 'parcel long', exact: true });
  await expect(column.getByRole('progressbar', { name: /^Reading [\d,]+ events$/ })).toBeVisible();
  await expect(column).toContainText('60,000 of 60,000', { timeout: 60_000 });
});

test('it goes on without whoever left', async ({ page }) => {
  const { path, api } = unasked();
  await page.goto(path);
  await expect(bar(page)).toBeVisible();
  await page.goto('/status');
  await expect
    .poll(async () => (await (await page.request.get(api)).json()).building, { timeout: 60_000 })
    .toBe(false);
  await page.goto(path);
  await expect(playhead(page)).toBeVisible();
  await expect(bar(page)).toBeHidden();
});

test('it says why it could not be built, and tries again when asked', async ({ page }) => {
  await page.route('**/building?*', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      json: problemJson(500, 'The question could not be answered', {
        code: 'CS-521',
        message: 'It ran out of memory.',
      }),
    }),
  );
  await page.goto(unasked().path);
  await expect(page.getByRole('alert').filter({ hasText: 'CS-521 It ran out of memory.' })).toBeVisible();
  await expect(page.getByText('Let the reducer keep its lists bounded')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('failed.png') });
  await page.unroute('**/building?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(playhead(page)).toBeVisible({ timeout: 60_000 });
});

test('it goes on by itself when the server did not answer for a while', async ({ page }) => {
  await page.route('**/building?*', (route) => route.abort());
  await page.goto(unasked().path);
  await expect(page.getByText('The server does not answer just now.')).toBeVisible();
  await page.unroute('**/building?*');
  await expect(playhead(page)).toBeVisible({ timeout: 60_000 });
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`the waiting screen, ${width} px, ${scheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(unasked().path);
      await expect(bar(page)).toBeVisible();
      const header = page.getByRole('banner');
      const before = await header.boundingBox();
      await page.screenshot({ path: test.info().outputPath('waiting.png') });
      await expectNothingSerious(page);
      await expectFits(page);
      await expect(playhead(page)).toBeVisible({ timeout: 60_000 });
      expect(await header.boundingBox()).toEqual(before);
    });
  }
}

const bar = (page: Page): Locator => page.getByRole('progressbar', { name: /^Reading [\d,]+ events$/ });

/** What the bar showed, each value as often as it was looked at. */
async function valuesUntilGone(progress: Locator): Promise<readonly number[]> {
  const values: number[] = [];
  for (;;) {
    const value = await progress.getAttribute('value', { timeout: 1_000 }).catch(() => null);
    if (value === null) return values;
    values.push(Number(value));
  }
}

/** A history that nobody has asked for: each lower version is one of its own on the occurred axis, and takes nothing from a higher one. */
function unasked(): { readonly path: string; readonly api: string } {
  asked += 1;
  const query = `axis=occurred&upto=${EVENTS - asked}`;
  return { path: `${PATH}?${query}&v=1`, api: `${API}?${query}` };
}

function longLog(): string {
  const lines: string[] = [];
  for (let n = 1; n <= EVENTS; n += 1) {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    const content = contentOf(n);
    lines.push(
      `${JSON.stringify({ parcel: 'long', what: 'Weighed', who: 'bob', happened: at, written: at, content })}\n`,
    );
  }
  return lines.join('');
}

/** Many leaves, half of which change with each event. */
function contentOf(n: number): Readonly<Record<string, number>> {
  const fields = Array.from({ length: 40 }, (_none, field) => [
    `field${field}`,
    field % 2 === 0 ? field : (n * (field + 7)) % 1_000,
  ]);
  return Object.fromEntries(fields);
}
