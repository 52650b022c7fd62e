/** Two moments compared: every look of a diff, its rules, its keys, and a B that goes along. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { importOrder } from './order-log.ts';
import { changedPaths, diffPane } from './panes.ts';
import { differingPaths, parcelAt } from './parcel-log.ts';
import { dragTo, openEntity, playhead } from './timeline.ts';

const tree = (page: Page) => diffPane(page).getByRole('tree', { name: 'Differences' });
const look = (page: Page, name: string) =>
  diffPane(page).getByRole('group', { name: 'How to show the diff' }).getByRole('button', { name });

test('unified: what differs in its surroundings, and what is alike folded away until it is asked for', async ({
  page,
  instance,
}) => {
  await openEntity(page, `${await importOrder(instance)}?ns=demo&a=1&b=3&d=unified&v=1`);
  await expect(diffPane(page).getByTestId('diff-summary')).toHaveText('3 fields changed');
  await expect(
    diffPane(page).getByText('Between event 1 and event 3 lie 2 events by 2 actors, over 2 h:'),
  ).toBeVisible();
  // An element that moved is one that moved, not one that went and another that came.
  const moved = tree(page).getByRole('treeitem', { name: 'C-31 {3} moved from 3rd to 1st place' });
  await expect(moved).toBeVisible();
  const note = tree(page).getByRole('treeitem', { name: /before: note/ });
  await expect(note.locator('mark')).toHaveText(['second', 'third']);
  await expect(tree(page).getByRole('treeitem', { name: 'extra20 10' })).toBeHidden();
  const gap = tree(page)
    .getByRole('treeitem', { name: /unchanged fields/ })
    .first();
  const folded = Number(/\d+/.exec(await gap.innerText())?.[0]);
  // Ten neighbours, of which one has two fields.
  await gap.getByRole('button', { name: 'Show 10 more' }).click();
  await expect(gap).toContainText(`${folded - 11} unchanged fields`);
  await gap.getByRole('button', { name: 'Show all' }).click();
  await expect(tree(page).getByRole('treeitem', { name: 'extra20 10' })).toBeVisible();
  await tree(page)
    .getByRole('button', { name: /again$/ })
    .click();
  await expect(gap).toContainText(`${folded} unchanged fields`);
});

test('the switch of looks stays where it is, and the rail is there when there is something to scroll', async ({
  page,
  instance,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openEntity(page, `${await importOrder(instance)}?ns=demo&a=1&b=3&d=unified&v=1`);
  const rail = diffPane(page).getByTestId('overview-rail');
  await expect(tree(page)).toBeVisible();
  await expect(rail).toHaveCount(0);
  // Nor where the document that the server wrote has the diff in it.
  await openEntity(page, '/entities/staff/tove.lind?ns=demo&a=30&b=31&d=unified&v=1');
  await expect(tree(page)).toBeVisible();
  await expect(rail).toHaveCount(0);
  await page.goBack();
  await page.setViewportSize({ width: 1440, height: 560 });
  await expect(rail).toBeVisible();
  const before = await look(page, 'Raw').boundingBox();
  await look(page, 'Raw').click();
  await expect(diffPane(page).getByRole('grid', { name: 'Text of both states' })).toBeVisible();
  // The name of the chosen look is a little bolder, and wider by less than a pixel.
  const after = await look(page, 'Raw').boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(2);
});

test('who set either side is a click away', async ({ page, instance }) => {
  await openEntity(page, `${await importOrder(instance)}?ns=demo&at=3&a=1&b=3&d=split&v=1`);
  const price = tree(page).getByRole('treeitem', { name: /price 500/ });
  await expect(
    price.getByRole('button', { name: /^Set by alice with event 1 ?, OrderPlaced/ }),
  ).toBeVisible();
  await price.getByRole('button', { name: /^Set by bob with event 2 ?, / }).click();
  await expect(playhead(page)).toHaveValue('2');
});

test('on a phone two columns become one, and it says so', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?a=41&b=200&d=split&v=1');
  const said = diffPane(page).getByText('No room for two columns here');
  await expect(said).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(said).toBeVisible();
});

test('table: one row a change, in the order of the paths or of the events', async ({ page, instance }) => {
  await openEntity(page, `${await importOrder(instance)}?ns=demo&at=1&a=1&b=3&d=table&v=1`);
  const grid = diffPane(page).getByRole('grid', { name: 'Changes' });
  await expect.poll(() => changedPaths(page)).toEqual(['/lines', '/lines/~=B-7/price', '/note']);
  await grid.getByRole('button', { name: 'Event', exact: true }).click();
  await expect.poll(() => changedPaths(page)).toEqual(['/lines/~=B-7/price', '/lines', '/note']);
  await expect(grid.getByRole('columnheader', { name: 'Event' })).toHaveAttribute('aria-sort', 'ascending');
  const row = grid.getByRole('row', { name: /price/ });
  await expect(row).toContainText('bob');
  await row.getByRole('button', { name: '2 OrderPlaced' }).click();
  await expect(playhead(page)).toHaveValue('2');
});

test('raw: both texts line by line, with exact numbers, whatever the rules leave out', async ({
  page,
  instance,
}) => {
  await openEntity(page, `${await importOrder(instance)}?ns=demo&a=1&b=2&d=raw&ignore=/lines&v=1`);
  const grid = diffPane(page).getByRole('grid', { name: 'Text of both states' });
  await expect(grid.locator('[data-line="remove"]')).toContainText('"price": 500');
  await expect(grid.locator('[data-line="add"]')).toContainText('"price": 450');
  await expect(diffPane(page).getByText('no rule applies here')).toBeVisible();
});

test('what a reader leaves out is counted, named, and in the address', async ({ page, instance }) => {
  await openEntity(page, `${await importOrder(instance)}?ns=demo&a=1&b=3&d=unified&v=1`);
  await tree(page)
    .getByRole('treeitem', { name: /before: note/ })
    .hover();
  await tree(page)
    .getByRole('treeitem', { name: /before: note/ })
    .getByRole('button', { name: 'Ignore this field' })
    .click();
  await expect(page).toHaveURL(/ignore=%2Fnote/);
  await expect(diffPane(page).getByText('2 fields changed, 1 hidden by rules.')).toBeVisible();
  await diffPane(page).getByRole('button', { name: 'Ignore order' }).click();
  await expect(diffPane(page).getByText('1 field changed, 2 hidden by rules.')).toBeVisible();
  await expect(page).toHaveURL(/order=ignored/);
  await diffPane(page).getByRole('button', { name: 'Show note again' }).click();
  await expect(diffPane(page).getByText('2 fields changed, 1 hidden by rules.')).toBeVisible();
});

test('with the keyboard alone: looks, changes, folding, rules', async ({ page, instance }) => {
  await openEntity(page, `${await importOrder(instance)}?ns=demo&at=1&a=1&b=3&d=unified&v=1`);
  await tree(page).focus();
  await page.keyboard.press('j');
  await expect(diffPane(page).getByText('Change 1 of 3')).toBeVisible();
  await page.keyboard.press('F7');
  const selected = tree(page).getByRole('treeitem', { selected: true });
  await expect(selected).toContainText('price');
  await expect(diffPane(page).getByRole('region', { name: 'Selected change' })).toContainText(
    'set by event 2',
  );
  await page.keyboard.press('Shift+F7');
  await expect(diffPane(page).getByText('Change 1 of 3')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(selected).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/ignore=%2Flines%2F%7E%3DB-7%2Fprice/);
  await page.keyboard.press('v');
  await expect(look(page, 'Split')).toHaveAttribute('aria-pressed', 'true');
  await playhead(page).focus();
  await page.keyboard.press('v');
  await expect(look(page, 'Table')).toHaveAttribute('aria-pressed', 'true');
});

test('B follows the playhead, also while it is dragged, and what was folded stays so', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=60&a=41&b=60&d=unified&scale=events&v=1');
  await diffPane(page).getByRole('button', { name: 'B follows' }).click();
  await expect(page).toHaveURL(/[?&]b=playhead/);
  await dragTo(page, 200);
  await expect.poll(() => changedPaths(page)).toEqual(differingPaths(parcelAt(41), parcelAt(200)));
  await expect(diffPane(page).getByRole('button', { name: 'B follows' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByRole('slider', { name: 'Pin B' })).toHaveValue('200');
  await tree(page)
    .getByRole('treeitem', { name: /^stops/ })
    .click();
  await page.keyboard.press('Tab');
  await tree(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tree(page).getByRole('treeitem', { name: /^stops/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await playhead(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(diffPane(page).getByText('Between event 41 and event 199')).toBeVisible();
  await expect(tree(page).getByRole('treeitem', { name: /^stops/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  // Whoever pins B takes it out of the playhead's hands.
  await playhead(page).focus();
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/[?&]b=199/);
});

test('what an object lost is one change, in either direction, and of none is said that it came back', async ({
  page,
}) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=8&a=8&b=3&d=split&v=1');
  const summary = diffPane(page).getByTestId('diff-summary');
  await expect(summary).toHaveText('2 fields changed, 1 removed');
  await expect(diffPane(page).getByText('in another order')).toHaveCount(0);
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=8&a=0&b=5&d=table&v=1');
  await expect(summary).toHaveText('13 fields added');
  await expect(diffPane(page).getByText('came back')).toHaveCount(0);
  // Looking back, what the events did is told as they did it.
  await openEntity(page, '/entities/staff/tove.lind?ns=demo&at=31&a=31&b=30&d=unified&v=1');
  await expect(diffPane(page).getByText('Back from event 31 to event 30, past 1 event')).toBeVisible();
  await diffPane(page).getByTestId('diff-summary').click();
  await expect(diffPane(page).getByText('Told as time went, from event 30 on:')).toBeVisible();
  await expect(diffPane(page).getByRole('listitem').first()).toContainText(
    /from 200 to 20000 event 31 by staff:marek\.dahl/,
  );
  // Nobody set what is not there: nothing is waited for.
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=8&a=5&b=0&d=table&v=1');
  await expect(diffPane(page).getByRole('row', { name: /status/ })).toContainText('none');
  await expect(diffPane(page).getByRole('row', { name: /status/ })).not.toContainText('…');
});
