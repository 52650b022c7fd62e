/** Only some of the events: chosen in the panel, walked with the keys, and never hidden in silence. */
import type { Page } from '@playwright/test';
import { expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { eventPane, events, selectedVersion } from './panes.ts';
import { parcelLog } from './parcel-log.ts';
import { openEntity, playhead } from './timeline.ts';

const log = parcelLog().map((line, index) => ({ ...line, version: index + 1 }));
const notes = log.filter(({ what }) => what === 'NoteChanged').map(({ version }) => version);
const chips = (page: Page) => page.getByRole('list', { name: 'Filters' });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Filter events' });
const shown = (page: Page, count: number) =>
  expect(page.getByText(`${count} of 240 events; ${240 - count} hidden by filter`).first()).toBeVisible();

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Filter/ }).click();
  await expect(panel(page).getByRole('group', { name: 'Actor' })).toBeVisible();
}

test('a type is chosen, and the keys stop on its events only', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=10');
  await openPanel(page);
  await panel(page)
    .getByRole('checkbox', { name: /NoteChanged/ })
    .click();
  await expect(panel(page).getByRole('checkbox', { name: /NoteChanged/ })).toBeChecked();
  await shown(page, notes.length);
  await panel(page).getByRole('button', { name: 'Done' }).click();
  await expect(page).toHaveURL(/[?&]type=NoteChanged/);
  // The event that was selected stays, and is said to be hidden.
  await expect(page.getByText('Event 10 is selected, and hidden by this filter.')).toBeVisible();
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^Hidden by the filter, which shows 34\. /);
  await expect(page.getByTestId('timeline-readout')).toContainText('hidden, 34 shown');

  await playhead(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(playhead(page)).toHaveValue('14');
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^2 of 34 shown\. Event 14 of 240\./);
  await page.keyboard.press('End');
  await expect(playhead(page)).toHaveValue(String(notes.at(-1)));
  await expect(page.getByTestId('timeline-readout')).toContainText('34 of 34 shown');
  await expect(page.getByTestId('timeline-readout')).not.toContainText('hidden');
  await expect(events(page).getByRole('option', { name: /^Event 238/ })).toContainText('2 later hidden');
  await page.keyboard.press('Home');
  await expect(playhead(page)).toHaveValue(String(notes[0]));
  await expect.poll(() => selectedVersion(page)).toBe(notes[0]);
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect.poll(() => selectedVersion(page)).toBe(notes[1]);
  await events(page).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => selectedVersion(page)).toBe(notes[2]);
  await eventPane(page).getByRole('button', { name: 'Earlier event' }).click();
  await expect.poll(() => selectedVersion(page)).toBe(notes[1]);
  const listed = await events(page)
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-version'))));
  expect(listed.filter((version) => version > 0).every((version) => notes.includes(version))).toBe(true);
});

test('actor, field and text narrow it down; chips take them back, and so does the back button', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1');
  await openPanel(page);
  const alice = log.filter(({ who }) => who === 'alice');
  await panel(page).getByRole('checkbox', { name: /alice/ }).click();
  await expect(panel(page).getByRole('checkbox', { name: /alice/ })).toBeChecked();
  await shown(page, alice.length);
  await panel(page).getByRole('combobox', { name: 'Changed field' }).fill('/note');
  await panel(page).getByRole('combobox', { name: 'Changed field' }).press('Enter');
  const changed = alice.filter(
    ({ version, content }) => version === 1 || content.note !== log[version - 2]?.content.note,
  );
  await shown(page, changed.length);
  await panel(page).getByRole('textbox', { name: 'Text' }).fill('CHECKED 1');
  await panel(page).getByRole('textbox', { name: 'Text' }).press('Enter');
  const holding = changed.filter(({ content }) => content.note?.includes('checked 1') === true);
  expect(holding.length).toBeGreaterThan(0);
  expect(holding.length).toBeLessThan(changed.length);
  await shown(page, holding.length);
  await page.keyboard.press('Escape');
  await expect(chips(page).getByRole('listitem')).toHaveCount(3);

  await chips(page).getByRole('button', { name: 'Remove filter: text CHECKED 1' }).click();
  await shown(page, changed.length);
  await chips(page).getByRole('button', { name: 'Remove filter: by alice' }).click();
  await expect(page).not.toHaveURL(/actor=/);
  await page.goBack();
  await shown(page, changed.length);
  await expect(chips(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear filter', exact: true }).click();
  await expect(chips(page)).toBeHidden();
  await expect(page).not.toHaveURL(/changed=/);
});

test('a changed field is chosen from those of the entity, or written in words; a slip says what to do', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=14');
  await openPanel(page);
  const field = panel(page).getByRole('combobox', { name: 'Changed field' });
  await field.fill('scan 0');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL(/[?&]changed=%2Fstops%2F0%2Fscans/);
  await field.fill('stops.1.scans');
  await field.press('Enter');
  await expect(page).toHaveURL(/[?&]changed=%2Fstops%2F1%2Fscans/);
  await field.fill('stopps');
  await field.press('Enter');
  await expect(panel(page).getByRole('alert')).toHaveText(
    'No event changed a field that is called “stopps”. Choose one from the list.',
  );
  await expect(field).toHaveValue('stopps');
  await expect(page).toHaveURL(/[?&]changed=%2Fstops%2F1%2Fscans/);
  // Esc closes the list first, and the panel only then.
  await field.press('ArrowDown');
  await field.press('Escape');
  await expect(panel(page)).toBeVisible();
  await field.press('Escape');
  await expect(panel(page)).toBeHidden();
});

test('an auditor chooses a changed field by its label', async ({ page }) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&v=1');
  await page.getByRole('combobox', { name: 'Wording' }).selectOption('Auditor');
  await openPanel(page);
  const field = panel(page).getByRole('combobox', { name: 'Changed field' });
  await field.click();
  await panel(page).getByRole('option', { name: 'Order total /total/amount' }).click();
  await expect(page).toHaveURL(/[?&]changed=%2Ftotal%2Famount/);
  await expect(field).toHaveValue('Order total');
  await expect(chips(page).getByRole('button', { name: 'Remove filter: changed Order total' })).toBeVisible();
});

test('one press on an event shows only those like it', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=14');
  await eventPane(page).getByRole('button', { name: 'Only this type' }).click();
  await shown(page, notes.length);
  await eventPane(page).getByRole('button', { name: 'Only this actor' }).click();
  await shown(page, log.filter(({ what, who }) => what === 'NoteChanged' && who === log[13]?.who).length);
});

test('an address with a filter is all that is needed, and a filter that nothing matches says so', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=14&type=NoteChanged');
  await shown(page, notes.length);
  await openEntity(page, '/entities/parcel/p-1?at=14&type=Unheard');
  await shown(page, 0);
  await playhead(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(playhead(page)).toHaveValue('14');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the open panel is accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openEntity(page, '/entities/parcel/p-1?at=14&type=NoteChanged');
    if (width < 700) await page.getByRole('button', { name: 'Events', exact: true }).first().click();
    await openPanel(page);
    await expectNothingSerious(page);
  });
}
