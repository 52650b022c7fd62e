/** Where there is little room: on paper and on the smallest screens nothing that was asked for is out of reach. */
import { grid, openEvents } from './events-page.ts';
import { expect, test } from './fixtures.ts';
import { eventPane, events, stateTree } from './panes.ts';
import { openEntity } from './timeline.ts';

test('on paper the state, its event and the list stand one under the other', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await page.emulateMedia({ media: 'print' });
  const panes = [stateTree(page), eventPane(page), events(page)];
  for (const pane of panes) await expect(pane).toBeVisible();
  const boxes = await Promise.all(panes.map((pane) => pane.boundingBox()));
  const tops = boxes.map((box) => box?.y ?? 0);
  expect(tops).toEqual(tops.toSorted((one, other) => one - other));
  await expect(page.getByText(/^Here are \d+ of 240 events/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set A' })).toBeHidden();
});

for (const width of [1280, 700])
  test(`on paper each found event has room for all of it, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openEvents(page, '/events?ns=demo');
    await page.emulateMedia({ media: 'print' });
    const rows = grid(page).getByRole('row');
    const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.min(...heights.filter((height) => height > 0))).toBeGreaterThan(16);
    expect(heights.filter((height) => height > 0).length).toBeGreaterThan(10);
    const cut = await grid(page)
      .getByRole('gridcell')
      .evaluateAll((cells) =>
        cells.flatMap((cell) =>
          cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1
            ? [cell.textContent]
            : [],
        ),
      );
    expect(cut).toEqual([]);
    // One row begins where the one before ends.
    const boxes = await rows.evaluateAll((all) =>
      all.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
    expect(boxes.filter(({ top }, nth) => nth > 1 && top < (boxes[nth - 1]?.bottom ?? 0) - 1)).toEqual([]);
  });

test('on paper stands what was asked for, as it was written', async ({ page }) => {
  const query = '(type:OrderPlaced OR "out  of") -actor:nobody';
  await openEvents(page, `/events?ns=demo&q=${encodeURIComponent(query)}`);
  const written = page.getByRole('search', { name: 'Query' }).getByRole('code');
  await expect(written).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(written).toBeVisible();
  expect(await written.innerText()).toBe(query);
});

test('a small screen full of notices scrolls to the state', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openEntity(page, '/entities/parcel/p-1?at=9999&a=9998&b=9997&d=hologram');
  await stateTree(page)
    .getByRole('treeitem', { name: /^status / })
    .click();
  await expect(page.getByRole('region', { name: 'Selected field' })).toContainText('status');
});
