/** One document with 1,206 versions: every step and two hundred drags agree with the naive fold, and nothing freezes. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { mainThreadDuring } from './main-thread.ts';
import { naiveRows } from './naive-rows.ts';
import { copiedState, eventPane, events } from './panes.ts';
import { expressVersions, importExpress } from './real-histories.ts';
import { HIGH_WINDOW, type Stop, stopAt } from './stop.ts';
import { openEntity, playhead, playheadAtRest, trackBox } from './timeline.ts';

const PATH = '/entities/document/package.json';
/** Processor time of one task of the main thread. */
const LONGEST_TASK_MS = 50;
const versions = expressVersions();
const BEFORE_FIRST = { state: null, flag: '0 · Before the first event ·  · ' };

// What Playwright records of every action would be work of the page's own main thread, and there are thousands.
test.use({ trace: 'off' });
test.beforeAll(({ instance }) => importExpress(instance));

test('→ pressed 1,205 times: address, slider, list, flag and every value agree at each stop', async ({
  page,
}) => {
  test.setTimeout(400_000);
  await page.setViewportSize(HIGH_WINDOW);
  await openEntity(page, `${PATH}?at=1&v=1`);
  await playhead(page).focus();
  for (let version = 2; version <= versions.length; version += 1) {
    await page.keyboard.press('ArrowRight');
    expect(await stopAt(page, version)).toEqual(naiveStop(version));
  }
  for (let version = versions.length - 1; version > versions.length - 60; version -= 1) {
    await page.keyboard.press('ArrowLeft');
    expect(await stopAt(page, version)).toEqual(naiveStop(version));
  }
});

// Apart from the one above, so that nothing but the page's own work is on its main thread.
test('→ pressed 1,205 times freezes nothing', async ({ browser, page }) => {
  test.setTimeout(400_000);
  await openEntity(page, `${PATH}?at=1&v=1`);
  await playhead(page).focus();
  const { tasks } = await mainThreadDuring(browser, page, async () => {
    for (let press = 1; press < versions.length; press += 1) {
      await page.keyboard.press('ArrowRight');
    }
  });
  await expectEverythingAt(page, versions.length);
  expectNoLongTask(tasks);
});

test('two hundred drags stop where list, state, flag and address agree', async ({ browser, page }) => {
  test.setTimeout(600_000);
  await openEntity(page, `${PATH}?at=600&v=1`);
  const { x, y, width } = await trackBox(page);
  const { tasks } = await mainThreadDuring(browser, page, async () => {
    for (let drag = 0; drag < 200; drag += 1) {
      // A fixed walk over the track, back and forth: the same two hundred stops in every run.
      const from = x + ((drag * 389) % 997) * (width / 997);
      const to = x + ((drag * 613 + 97) % 997) * (width / 997);
      await page.mouse.move(from, y);
      await page.mouse.down();
      await page.mouse.move((from + to) / 2, y, { steps: 3 });
      await page.mouse.move(to, y, { steps: 3 });
      await page.mouse.up();
      const version = await playheadAtRest(page);
      await expectEverythingAt(page, version);
    }
  });
  expectNoLongTask(tasks);
});

test('versions that were no JSON are shown as such', async ({ page }) => {
  const broken = versions.flatMap(({ isDocument }, index) => (isDocument ? [] : [index + 1]));
  expect(broken.length).toBe(3);
  for (const version of broken) {
    await openEntity(page, `${PATH}?at=${version}&v=1`);
    const row = events(page).getByRole('option', { selected: true });
    await expect(row).toHaveAttribute('data-version', String(version));
    await expect(row).toContainText(/not a document/i);
    await expect(eventPane(page)).toContainText(/not a document|text/i);
    expect(await copiedState(page)).toEqual(versions[version - 1]?.state);
  }
});

/** Where only some rows are in sight, the whole state comes through the button that copies it. */
async function expectEverythingAt(page: Page, version: number): Promise<void> {
  const { state: _inSight, ...names } = await stopAt(page, version);
  const { state: _rows, ...expected } = naiveStop(version);
  expect(names).toEqual(expected);
  if (version === 0) await expect(page.getByText('It did not exist yet')).toBeVisible();
  else expect(await copiedState(page)).toEqual(versions[version - 1]?.state);
}

function naiveStop(version: number): Stop {
  const { state, flag } = versions[version - 1] ?? BEFORE_FIRST;
  const number = String(version);
  return { address: number, slider: number, listed: number, flag, caption: number, state: naiveRows(state) };
}

function expectNoLongTask(tasks: readonly number[]): void {
  expect(tasks.length).toBeGreaterThan(100);
  expect(tasks.filter((milliseconds) => milliseconds > LONGEST_TASK_MS)).toEqual([]);
}
