/** A field is followed: its value stays in sight, its changes are steps, and its history is a list and a chart. */
import type { Page } from '@playwright/test';
import { looksAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectAt, stateTree } from './panes.ts';
import { parcelLog } from './parcel-log.ts';
import { openEntity, playhead } from './timeline.ts';

const log = parcelLog();
const followed = (page: Page) => page.getByRole('region', { name: 'Followed field' });
const values = (page: Page) => page.getByRole('listbox', { name: 'Values of the field' });

/** Versions at which the scans of the first stop changed, found the plain way. */
const SCANS = log.flatMap(({ content }, index) =>
  content.stops[0]?.scans === log[index - 1]?.content.stops[0]?.scans ? [] : [index + 1],
);

const around = (version: number) => ({
  earlier: SCANS.findLast((other) => other < version) ?? 0,
  later: SCANS.find((other) => other > version) ?? 0,
});

test('F follows a field, and Ctrl with an arrow key steps through its changes wherever the focus is', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await stateTree(page).getByRole('treeitem', { name: /^note/ }).click();
  await page.keyboard.press('f');
  await expect(page).toHaveURL(/path=%2Fnote/);
  await expect(followed(page)).toContainText('"checked 119"');
  await page.keyboard.press('Control+ArrowRight');
  await expectAt(page, 126);
  await playhead(page).focus();
  await page.keyboard.press('Control+ArrowLeft');
  await expectAt(page, 119);
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+ArrowLeft');
  await expectAt(page, 105);
  await expect(followed(page)).toContainText('"checked 105"');
  await expect(followed(page)).toContainText('change 16 of 35');

  // Where text is written, the same keys go from word to word.
  await page.getByLabel('Find in the state').focus();
  await page.keyboard.press('Control+ArrowRight');
  await followed(page).getByRole('button', { name: 'Next change: 112' }).click();
  await expectAt(page, 112);
  await followed(page).getByRole('button', { name: 'Stop following this field' }).click();
  await expect(followed(page)).toBeHidden();
  await expect(page).not.toHaveURL(/path=/);
});

test('the history of a field lists all its values, and a click goes to their moment', async ({ page }) => {
  const at = SCANS[40] ?? 0;
  const { earlier, later } = around(at);
  await openEntity(page, `/entities/parcel/p-1?at=${at}&path=/stops/0/scans&d=field&v=1`);
  await expect(page.getByRole('region', { name: 'Field', exact: true })).toContainText(
    `stops › 0 › scans${SCANS.length} changes, the newest first`,
  );
  await expect(values(page).getByRole('option', { selected: true })).toHaveAttribute('data-version', `${at}`);
  await expect(values(page).getByRole('option', { selected: true })).toContainText(
    `was ${log[at - 2]?.content.stops[0]?.scans ?? 0}→${log[at - 1]?.content.stops[0]?.scans}`,
  );
  await values(page).locator(`[data-version="${later}"]`).click();
  await expect(page).toHaveURL(new RegExp(`[?&]at=${later}(&|$)`));
  await values(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(values(page).getByRole('option', { selected: true })).toHaveAttribute(
    'data-version',
    `${earlier}`,
  );
  await page.keyboard.press('End');
  await expect(playhead(page)).toHaveValue('1');
  await expect(page.getByRole('region', { name: 'Field', exact: true })).toContainText(
    `${SCANS.length} changes`,
  );
});

test('quick steps in the values of a field are taken from where the playhead is, not from what is drawn yet', async ({
  page,
}) => {
  const at = SCANS[40] ?? 0;
  await openEntity(page, `/entities/parcel/p-1?at=${at}&path=/stops/0/scans&d=field&v=1`);
  await expect(values(page).getByRole('option', { selected: true })).toHaveAttribute('data-version', `${at}`);
  await page.route('**/api/v1/segments/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await values(page).focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowUp');
  await expect(page).toHaveURL(new RegExp(`[?&]at=${SCANS[44]}(&|$)`));
  await expect(values(page).getByRole('option', { selected: true })).toHaveAttribute(
    'data-version',
    `${SCANS[44]}`,
  );
});

test('the chart lies on the axis of the dock, and a click on it goes to a moment', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&path=/stops/0/scans&d=field&scale=events&v=1');
  const chart = page.getByTestId('field-chart');
  const box = await chart.boundingBox();
  if (box === null) throw new Error('There is no chart.');
  await expect(values(page).getByRole('option').first()).toBeVisible();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  // The whole line is shown, so its middle is the middle of the events.
  await expect.poll(async () => Number(await playhead(page).inputValue())).toBeGreaterThan(110);
  expect(Number(await playhead(page).inputValue())).toBeLessThanOrEqual(121);
  expect(SCANS).toContain(Number(await playhead(page).inputValue()));
});

test('the field view opens on the field that has the keys in the state', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await stateTree(page).getByRole('treeitem', { name: /^note/ }).click();
  await page.getByRole('button', { name: 'Field', exact: true }).click();
  await expect(page).toHaveURL(/path=%2Fnote/);
  await expect(values(page).getByRole('option', { selected: true })).toHaveAttribute('data-version', '119');
});

test('where none is chosen the field view offers those of the state, to the keys too', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&d=field&v=1');
  const chooser = page.getByRole('combobox', { name: 'Field to show' });
  const offered = page.getByRole('listbox', { name: 'Field to show: on offer' });
  await expect(offered.getByRole('option', { name: '/note' })).toBeVisible();
  await chooser.fill('no such field');
  await chooser.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'is not among the fields' })).toBeVisible();
  await chooser.fill('scans');
  await chooser.press('ArrowDown');
  await expect(offered.getByRole('option', { selected: true })).toHaveText('/stops/0/scans');
  await chooser.press('Enter');
  await expect(page).toHaveURL(/path=%2Fstops%2F0%2Fscans/);
  await expect(page.getByTestId('field-chart')).toBeVisible();
});

test('a field that never existed is said in words, as is a moment without any', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?path=/no/such/field&d=field&v=1');
  await expect(page.getByText('This field never existed')).toBeVisible();
  await page.getByRole('button', { name: 'Choose another in the state' }).click();
  await expect(stateTree(page)).toBeVisible();
  await openEntity(page, '/entities/parcel/p-1?at=0&d=field&v=1');
  await expect(page.getByText('There is no field at this moment')).toBeVisible();
});

looksAccessible([
  {
    name: 'the history of a field',
    path: '/entities/parcel/p-1?at=120&path=/stops/0/scans&d=field&v=1',
    shown: (page) => values(page).getByRole('option', { selected: true }),
  },
]);
