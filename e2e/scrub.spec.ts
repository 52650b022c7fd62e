/** Import, find, drag to a known moment, compare two moments, and share what is on the screen. */
import { expect, test } from './fixtures.ts';
import { changedPaths, copiedState, eventPane, events, expectAt, notices, stateTree } from './panes.ts';
import { differingPaths, parcelAt, parcelLog } from './parcel-log.ts';
import { dragTo, openEntity, playhead } from './timeline.ts';

const log = parcelLog();

test('a person finds an imported entity and drags to a known moment', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Entities' }).first().click();
  await expect(page).toHaveURL(/\/entities/);
  await page.getByRole('table', { name: 'Entities' }).getByRole('link', { name: 'p-1' }).click();
  await expect(playhead(page)).toHaveValue('240');

  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await dragTo(page, 120);
  await expectAt(page, 120);
  expect(await copiedState(page)).toEqual(parcelAt(120));
  await expect(stateTree(page).getByRole('treeitem', { name: 'status "travelling"' })).toBeVisible();
  await expect(eventPane(page).getByTestId('payload')).toContainText('"status": "travelling"');
});

test('pins compare two moments, and the address alone restores the page', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=199&v=1');
  await page.getByRole('button', { name: 'Set A' }).click();
  await expect(page).toHaveURL(/[?&]a=199/);
  await playhead(page).focus();
  await page.keyboard.press('ArrowRight');
  await expectAt(page, 200);
  await page.getByRole('button', { name: 'Set B' }).click();
  await page.getByRole('button', { name: 'Diff A–B' }).click();

  const expected = differingPaths(parcelAt(199), parcelAt(200));
  await expect.poll(async () => [...(await changedPaths(page))].sort()).toEqual(expected);
  const before = await changedPaths(page);
  const url = page.url();

  await page.goto('about:blank');
  await openEntity(page, url);
  await expect.poll(() => changedPaths(page)).toEqual(before);
  await expect(playhead(page)).toHaveValue('200');
  expect(page.url()).toBe(url);
});

test('a link into the middle of a long list shows the event it names', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=20');
  const selected = events(page).getByRole('option', { selected: true });
  await expect(selected).toHaveAttribute('data-version', '20');
  await expect(selected).toBeInViewport();
  // A row that is drawn but lies outside what the list has scrolled to is not in the viewport either.
  await expect(events(page).locator('[data-version="22"]')).toBeInViewport();
});

test('the back button walks what was committed, not every pixel', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=10&v=1');
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await dragTo(page, 100);
  await expectAt(page, 100);
  await dragTo(page, 50);
  await expectAt(page, 50);
  await page.goBack();
  await expectAt(page, 100);
  await expect(playhead(page)).toHaveValue('100');
});

test('Go to understands versions, positions and instants, and says what it cannot read', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1');
  const goTo = page.getByLabel('Go to');
  await goTo.fill('#33');
  await goTo.press('Enter');
  await expectAt(page, 33);
  await goTo.fill(log[76]?.written ?? '');
  await goTo.press('Enter');
  await expect(playhead(page)).toHaveValue('77');
  await goTo.fill('next Tuesday');
  await goTo.press('Enter');
  await expect(
    page.getByText(/“next Tuesday” is no moment\. Write a version .* yesterday, today or now\./),
  ).toBeVisible();
  await goTo.fill('2026-02-30');
  await goTo.press('Enter');
  await expect(page.getByText('2026-02-30 does not exist: that month has 28 days.')).toBeVisible();
  await expect(playhead(page)).toHaveValue('77');
  await goTo.fill('yesterday');
  await goTo.press('Enter');
  await expect(page).toHaveURL(/[?&]at=\d{4}-\d{2}-\d{2}T00%3A00%3A00Z|[?&]at=\d{4}-\d{2}-\d{2}T00:00:00Z/);
  await expect(goTo).toHaveValue('');
  await goTo.fill('77');
  await goTo.press('Enter');
  await expect(playhead(page)).toHaveValue('77');
  await goTo.fill('9999');
  await goTo.press('Enter');
  await expect(page.getByText(/beyond the head/)).toBeVisible();
  await goTo.fill('@9999');
  await goTo.press('Enter');
  await expect(page.getByText(/@9999 is beyond the head of the log/)).toBeVisible();
  await expect(playhead(page)).toHaveValue('77');
});

test('a moment that the address keeps is not now, even where nothing came after it', async ({ page }) => {
  for (const at of ['2026-12-01T00:00:00Z', '240']) {
    await openEntity(page, `/entities/parcel/p-1?at=${at}`);
    await expect(playhead(page)).toHaveValue('240');
    const asOf = page.getByRole('region', { name: 'As of' });
    const now = asOf.getByRole('button', { name: 'Now', exact: true });
    await now.click();
    await expect(page).not.toHaveURL(/[?&]at=/);
    await expect(playhead(page)).toHaveValue('240');
    await expect(now).toBeDisabled();
  }
});

test('parts of an address that cannot be read are named and left out', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=soon&d=hologram');
  await expect(page.getByText(/at=soon/)).toBeVisible();
  await expect(playhead(page)).toHaveValue('240');
});

test('an upto counts on the occurred axis only; elsewhere it is named among what was ignored', async ({
  page,
}) => {
  for (const axis of ['', '&axis=recorded']) {
    await openEntity(page, `/entities/parcel/p-1?upto=100${axis}`);
    await expect(notices(page).getByText('upto=100')).toBeVisible();
    await expect(playhead(page)).toHaveValue('240');
  }
  await openEntity(page, '/entities/parcel/p-1?upto=100&axis=occurred');
  await expect(playhead(page)).toHaveValue('100');
  await expect(notices(page).getByText('Only events up to version 100')).toBeVisible();
  // Going to the other axis leaves it behind.
  await page.getByRole('combobox', { name: 'Axis' }).selectOption('recorded');
  await expect(playhead(page)).toHaveAttribute('max', '240');
  await expect(page).not.toHaveURL(/upto/);
  await expect(notices(page)).toBeHidden();
  await openEntity(page, '/entities/parcel/p-1?upto=9999&axis=occurred');
  await expect(playhead(page)).toHaveValue('240');
  await expect(notices(page).getByText('upto=9999')).toBeVisible();
});

test('moments that are beyond the head are named, and the newest event is shown', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=@9999&a=@9998&b=9997');
  for (const said of [
    /^Position @9999 is beyond the head of the log, @\d+\. The newest event is shown instead/,
    /^Pin A is not set: Position @9998 is beyond the head of the log/,
    /^Pin B is not set: Version 9997 is beyond the head/,
  ]) {
    await expect(notices(page).getByRole('alert').filter({ hasText: said })).toBeVisible();
  }
  await expect(playhead(page)).toHaveValue('240');
});
