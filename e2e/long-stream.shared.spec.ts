/** One document with 1,206 versions: every step and two hundred drags agree with the naive fold, and nothing freezes. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { copiedState, eventPane, events, selectedVersion } from './panes.ts';
import { expressStates, importExpress } from './real-histories.ts';
import { openEntity, playhead, playheadAtRest, trackBox } from './timeline.ts';

const PATH = '/entities/document/package.json';
const LONGEST_TASK_MS = 50;
const states = expressStates();

test.beforeAll(({ instance }) => importExpress(instance));

test('→ pressed 1,205 times walks every event', async ({ page }) => {
  test.setTimeout(400_000);
  await watchLongTasks(page);
  await openEntity(page, `${PATH}?at=1&v=1`);
  await playhead(page).focus();
  await settled(page);
  await forgetLongTasks(page);
  for (let version = 2; version <= states.length; version += 1) {
    await page.keyboard.press('ArrowRight');
    if (version % 100 === 0 || version > states.length - 5) await expectEverythingAt(page, version);
  }
  await expectEverythingAt(page, states.length);
  expect(await longTasks(page)).toEqual([]);
});

test('two hundred drags stop where list, state, flag and address agree', async ({ page }) => {
  test.setTimeout(600_000);
  await watchLongTasks(page);
  await openEntity(page, `${PATH}?at=600&v=1`);
  await settled(page);
  await forgetLongTasks(page);
  const { x, y, width } = await trackBox(page);
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
    if (version === 0) continue;
    await expectEverythingAt(page, version, drag % 10 === 0);
  }
  expect(await longTasks(page)).toEqual([]);
});

test('versions that were no JSON are shown as such', async ({ page }) => {
  const broken = states.flatMap(({ isDocument }, index) => (isDocument ? [] : [index + 1]));
  expect(broken.length).toBe(3);
  for (const version of broken) {
    await openEntity(page, `${PATH}?at=${version}&v=1`);
    const row = events(page).getByRole('option', { selected: true });
    await expect(row).toHaveAttribute('data-version', String(version));
    await expect(row).toContainText(/not a document/i);
    await expect(eventPane(page)).toContainText(/not a document|text/i);
    expect(await copiedState(page)).toEqual(states[version - 1]?.state);
  }
});

/** Address, list, flag and slider always; the whole state where asked, since copying it costs a click. */
async function expectEverythingAt(page: Page, version: number, wholeState = true): Promise<void> {
  await expect(page).toHaveURL(
    version === states.length ? /package\.json/ : new RegExp(`[?&]at=${version}(&|$)`),
  );
  await expect(playhead(page)).toHaveValue(String(version));
  await expect.poll(() => selectedVersion(page)).toBe(version);
  await expect(page.getByTestId('timeline-flag')).toContainText(version.toLocaleString('en'));
  await expect(page.getByText(`After event ${version} ·`)).toBeVisible();
  if (wholeState) expect(await copiedState(page)).toEqual(states[version - 1]?.state);
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Browsers report every task over 50 ms; a task of the test's own clicks counts as well. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
}

const forgetLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { longTasks } = window as Window & { longTasks?: number[] };
    if (longTasks !== undefined) longTasks.length = 0;
  });

const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate((limit) => {
    const { longTasks } = window as Window & { longTasks?: number[] };
    return (longTasks ?? []).filter((duration) => duration > limit);
  }, LONGEST_TASK_MS);
