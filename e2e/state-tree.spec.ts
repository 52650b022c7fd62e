/** The tree of a state: who set what, what changed, what is searched for, and what can be done with a field. */
import { expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectAt, stateTree } from './panes.ts';
import { parcelAt } from './parcel-log.ts';
import { openEntity, playhead } from './timeline.ts';

test('the blame gutter is remembered, and leads to the event that set a field and to the state before it', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=122&v=1');
  await page.getByRole('button', { name: 'Blame' }).click();
  const note = stateTree(page).getByRole('treeitem', { name: /^note/ });
  await expect(note).toContainText('scanner-7, event 119');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Blame' })).toHaveAttribute('aria-pressed', 'true');
  await expect(note).toContainText('scanner-7, event 119');
  await note.getByRole('button', { name: /event 119/ }).click();
  await expectAt(page, 119);

  await note.click();
  await stateTree(page).focus();
  await page.keyboard.press('Shift+Enter');
  await expectAt(page, 118);
  await expect(note).toContainText('event 112');
  await page.keyboard.press('Enter');
  await expectAt(page, 112);
});

test('a search counts what it finds, steps through it and marks it in the text', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=240&v=1');
  const find = page.getByLabel('Find in the state');
  await find.fill('SCANS');
  const search = page.getByRole('search');
  await expect(search).toContainText('2 matches');
  await expect(stateTree(page).locator('mark')).toHaveText(['scans', 'scans']);
  // What a match lies in stays in sight.
  await expect(stateTree(page).getByRole('treeitem', { name: /^stops/ })).toBeVisible();
  await expect(stateTree(page).getByRole('treeitem', { name: /^weightKg/ })).toBeHidden();
  await find.press('Enter');
  await expect(search).toContainText('1 of 2');
  await find.press('Enter');
  await expect(search).toContainText('2 of 2');
  await expect(stateTree(page).getByRole('treeitem', { selected: true })).toHaveAttribute(
    'data-path',
    '/stops/1/scans',
  );
  await find.press('Shift+Enter');
  await expect(search).toContainText('1 of 2');
  await find.fill('no such thing');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await find.press('Escape');
  await expect(stateTree(page).getByRole('treeitem', { name: /^weightKg/ })).toBeVisible();
});

test('only what the event changed is shown when asked, and keys go from change to change', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=126&v=1');
  const changed = stateTree(page).locator('[data-changed]');
  await expect(changed).toHaveCount(4);
  await stateTree(page).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(stateTree(page).getByRole('treeitem', { selected: true })).toHaveAttribute('data-changed', '');
  await page.getByRole('button', { name: 'Changed', exact: true }).click();
  await expect(stateTree(page).getByRole('treeitem', { name: /^weightKg/ })).toBeHidden();
  await expect(changed).toHaveCount(4);
  const note = stateTree(page).getByRole('treeitem', { name: /^note/ });
  await expect(note.locator('del')).toHaveText('was "checked 119"');
  await expect(note.locator('ins')).toHaveText('now "checked 126"');
});

test('the menu of a field copies, follows and narrows by the keyboard alone', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await stateTree(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.type('st');
  await expect(stateTree(page).getByRole('treeitem', { selected: true })).toHaveAttribute(
    'data-path',
    '/status',
  );
  await page.keyboard.type('o');
  await expect(stateTree(page).getByRole('treeitem', { selected: true })).toHaveAttribute(
    'data-path',
    '/stops',
  );
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Field stops' });
  await expect(menu.getByRole('menuitem', { name: 'Follow this field' })).toBeFocused();
  await expectNothingSerious(page);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Value copied')).toBeVisible();
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(parcelAt(120).stops);
  await expect(stateTree(page)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(stateTree(page)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Only events that changed it' }).click();
  await expect(page).toHaveURL(/changed=%2Fstops/);
  await expect(playhead(page)).toHaveValue('120');
});
