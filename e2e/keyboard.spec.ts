/** The same story without a mouse. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { changedPaths, copiedState, expectAt, stateTree } from './panes.ts';
import { parcelLog } from './parcel-log.ts';
import { openEntity, playhead } from './timeline.ts';

const log = parcelLog();

test('find, scrub, pin and compare with the keyboard alone', async ({ page }) => {
  await page.goto('/entities?type=parcel');
  await tabTo(page, 'p-1');
  await page.keyboard.press('Enter');
  await expect(playhead(page)).toBeVisible();

  await tabTo(page, 'Playhead');
  await page.keyboard.press('Home');
  await expectAt(page, 1);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('It did not exist yet')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await expectAt(page, 41);
  expect(await copiedState(page)).toEqual(log[40]?.content);

  await playhead(page).focus();
  await page.keyboard.press('a');
  await page.keyboard.press('End');
  await expectAt(page, 240);
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/[?&]a=41&b=240/);
  await tabTo(page, 'Diff A–B', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => changedPaths(page)).toEqual(expect.arrayContaining(['/status', '/note']));
});

test('Playback walks the events and stops at the end', async ({ page }) => {
  await page.goto('/entities/parcel/p-1?at=235&v=1');
  await playhead(page).focus();
  await page.keyboard.press('Space');
  await expect(playhead(page)).toHaveValue('240');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

/** Presses Tab until the focus is on what has this name; a page on which that never happens fails. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (focused.includes(name)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

test('T leads to the playhead from anywhere, also where the timeline is hidden', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await page.getByRole('listbox', { name: 'Events' }).focus();
  await page.keyboard.press('t');
  await expect(playhead(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/[?&]at=119/);
  await page.getByRole('button', { name: 'Hide timeline' }).click();
  await expect(playhead(page)).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(playhead(page)).toBeFocused();
});

test('where nothing has the focus the keys are those of the timeline', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await page.keyboard.press('ArrowLeft');
  await expectAt(page, 119);
  await expect(playhead(page)).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Home');
  await expectAt(page, 1);
  await page.keyboard.press('Shift+ArrowRight');
  await expectAt(page, 11);
});

test('the focus is never lost where a pane is drawn anew under it', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&a=41&b=200&type=NoteChanged&v=1');
  const panes = page.getByRole('main');
  const pressed = (name: string) => panes.getByRole('button', { name, exact: true });
  for (const what of ['Diff A–B', 'Field', 'State', 'Diff A–B', 'Split', 'Table', 'Raw', 'Unified']) {
    await pressed(what).press('Enter');
    await expect(pressed(what)).toBeFocused();
    await expect(pressed(what)).toHaveAttribute('aria-pressed', 'true');
  }
  const rows = panes.getByRole('tree', { name: 'Differences' });
  await rows.focus();
  await page.keyboard.press('v');
  await expect(rows).toBeFocused();
  await page.keyboard.press('v');
  await expect(panes.getByRole('grid', { name: 'Changes' })).toBeFocused();
  await pressed('State').click();
  await stateTree(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'All its values' }).press('Enter');
  await expect(panes.getByRole('listbox', { name: 'Values of the field' })).toBeFocused();
  await panes.getByRole('button', { name: 'Clear filter' }).press('Enter');
  await expect(panes.getByRole('listbox', { name: 'Events' })).toBeFocused();
  // Whoever went elsewhere is left alone.
  await pressed('State').focus();
  await playhead(page).focus();
  await page.keyboard.press('v');
  await expect(panes.getByRole('region', { name: 'Diff' })).toBeVisible();
  await expect(playhead(page)).toBeFocused();
});
