/** What passes by in a drag is only sketched: in every frame all of it is one moment, and at rest it is drawn out. */
import type { Page } from '@playwright/test';
import { expect, type Instance, test } from './fixtures.ts';
import { naiveRows } from './naive-rows.ts';
import { expectAt, stateTree } from './panes.ts';
import { openEntity, playheadAtRest, trackBox } from './timeline.ts';

const EVENTS = 3_000;
const contentAfter = (version: number) => ({
  count: version,
  note: `written ${version % 97}`,
  place: { shelf: version % 12, row: { bin: `b${version % 5}` } },
  tags: version % 2 === 0 ? ['a', 'b'] : ['a'],
  // More than there is room for.
  weights: Object.fromEntries(Array.from({ length: 60 }, (_, place) => [`of${place}`, version + place])),
});
const lines = Array.from({ length: EVENTS }, (_, place) => ({
  id: 'steady',
  what: 'Set',
  when: new Date(Date.UTC(2026, 0, 1) + place * 3_600_000).toISOString(),
  content: contentAfter(place + 1),
}));

async function importSteady({ command }: Instance): Promise<void> {
  const options = ['--format', 'ndjson', '--entity-type', 'shelf', '--entity-id', '/id', '--fold', 'replace'];
  const pointers = [
    '--event-type',
    '/what',
    '--payload',
    '/content',
    '--occurred-at',
    '/when',
    '--recorded-at',
    '/when',
  ];
  const { exitCode, stderr } = await command(
    ['import', '-', ...options, ...pointers],
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  expect(exitCode, stderr).toBe(0);
}

interface Frame {
  readonly version: number;
  readonly isSketched: boolean;
  readonly rows: readonly (readonly [string, string])[];
}

test.describe('an entity whose fields stay the same', () => {
  test.beforeAll(({ instance }) => importSteady(instance));

  test('is one moment in every frame of a drag, whatever else is drawn meanwhile', async ({ page }) => {
    await openEntity(page, '/entities/shelf/steady');
    await record(page);
    const { x, y, width } = await trackBox(page);
    await page.mouse.move(x + width - 2, y);
    await page.mouse.down();
    for (let move = 1; move <= 60; move += 1) {
      await page.mouse.move(x + width * (1 - move / 70), y);
      // Rows come into sight that no sketch has been made in.
      if (move % 20 === 10) await page.setViewportSize({ width: 1440, height: 700 + move * 5 });
    }
    const frames = await recorded(page);
    expect(frames.filter(({ isSketched }) => isSketched).length).toBeGreaterThan(5);
    for (const { version, rows } of frames) {
      const values = new Map(naiveRows(contentAfter(version)));
      expect(rows, `event ${version}`).toEqual(rows.map(([path]) => [path, values.get(path)]));
    }

    const held = await playheadAtRest(page);
    await expect(stateTree(page)).not.toHaveAttribute('data-sketched');
    await expect(page.getByText(`After event ${held} ·`)).toBeVisible();
    await page.mouse.up();
    await expectAt(page, held);
    await expect(stateTree(page).locator('[data-path="/count"] del')).toHaveText(`was ${held - 1}`);
  });

  test('is as it was where the drag comes back to where it began', async ({ page }) => {
    await openEntity(page, `/entities/shelf/steady?at=${EVENTS}&v=1`);
    await record(page);
    const { x, y, width } = await trackBox(page);
    await page.mouse.move(x + width - 2, y);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y, { steps: 20 });
    await page.mouse.move(x + width - 2, y, { steps: 20 });
    await page.mouse.up();
    await expectAt(page, EVENTS);
    await expect(stateTree(page)).not.toHaveAttribute('data-sketched');
    await expect(stateTree(page).locator('[data-path="/count"] ins')).toContainText(String(EVENTS));
    const frames = await recorded(page);
    expect(frames.filter(({ isSketched }) => isSketched).length).toBeGreaterThan(5);
  });

  test('is drawn out at once where it is let go of', async ({ page }) => {
    await openEntity(page, '/entities/shelf/steady');
    const { x, y, width } = await trackBox(page);
    await page.mouse.move(x + width - 2, y);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y, { steps: 20 });
    await page.mouse.up();
    const version = await playheadAtRest(page);
    await expectAt(page, version);
    await expect(stateTree(page)).not.toHaveAttribute('data-sketched');
    await page.goBack();
    await expect(page.getByText(`After event ${EVENTS} ·`)).toBeVisible();
    await expect(stateTree(page).locator('[data-path="/count"] ins')).toContainText(String(EVENTS));
  });
});

/** Notes after each frame what the state pane says. */
async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: Frame[] = [];
    Object.assign(window, { framesOfDrag: frames });
    const look = () => {
      const tree = document.querySelector('[role="tree"][aria-label="State"]');
      const caption = document.querySelector('[data-caption]')?.textContent ?? '';
      const rows = [...(tree?.querySelectorAll<HTMLElement>('[role="treeitem"]:not([data-ghost])') ?? [])];
      frames.push({
        version: Number(/^After event (\d+) /.exec(caption)?.[1] ?? 0),
        isSketched: tree?.hasAttribute('data-sketched') ?? false,
        rows: rows.map((row) => {
          const value = row.querySelector('[data-value]')?.cloneNode(true);
          if (!(value instanceof HTMLElement)) return [row.dataset.path ?? '', ''];
          for (const part of value.querySelectorAll('del, .sr-only')) part.remove();
          return [row.dataset.path ?? '', value.textContent ?? ''];
        }),
      });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const recorded = (page: Page): Promise<readonly Frame[]> => page.evaluate<readonly Frame[]>('framesOfDrag');
