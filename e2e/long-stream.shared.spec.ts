/** One document with 1,206 versions: every step and two hundred drags agree with the naive fold, and nothing freezes. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { tasksDuring } from './main-thread.ts';
import { copiedState, eventPane, events, selectedVersion } from './panes.ts';
import { expressStates, importExpress } from './real-histories.ts';
import { openEntity, playhead, playheadAtRest, trackBox } from './timeline.ts';

const PATH = '/entities/document/package.json';
/** Processor time of one task of the main thread. */
const LONGEST_TASK_MS = 50;
const states = expressStates();

test.beforeAll(({ instance }) => importExpress(instance));

test('→ pressed 1,205 times walks every event', async ({ browser, page }) => {
  test.setTimeout(400_000);
  await openEntity(page, `${PATH}?at=1&v=1`);
  await playhead(page).focus();
  const tasks = await tasksDuring(browser, page, async () => {
    for (let version = 2; version <= states.length; version += 1) {
      await page.keyboard.press('ArrowRight');
      if (version % 100 === 0) await expectEverythingAt(page, version, false);
    }
  });
  await expectEverythingAt(page, states.length);
  expectNoLongTask(tasks);

  await backToPlayhead(page);
  for (let version = states.length - 1; version > states.length - 60; version -= 1) {
    await page.keyboard.press('ArrowLeft');
    await expectEverythingAt(page, version);
    await backToPlayhead(page);
  }
});

test('two hundred drags stop where list, state, flag and address agree', async ({ browser, page }) => {
  test.setTimeout(600_000);
  await openEntity(page, `${PATH}?at=600&v=1`);
  const { x, y, width } = await trackBox(page);
  const tasks = await tasksDuring(browser, page, async () => {
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
      if (version > 0) await expectEverythingAt(page, version);
    }
  });
  expectNoLongTask(tasks);
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

/** Steps out of a button that was pressed on the way, so that the keys go to the playhead again. */
async function backToPlayhead(page: Page): Promise<void> {
  await playhead(page).focus();
}

function expectNoLongTask(tasks: readonly number[]): void {
  expect(tasks.length).toBeGreaterThan(100);
  expect(tasks.filter((milliseconds) => milliseconds > LONGEST_TASK_MS)).toEqual([]);
}
