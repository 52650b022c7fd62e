/** All events of a namespace: what is asked, when they were, and the way to each of them and back. */
import type { Locator, Page } from '@playwright/test';
import { expectFits, expectNothingSerious } from './axe.ts';
import { eventRow, grid, heading, openEvents, openWhole, queryField } from './events-page.ts';
import { expect, test } from './fixtures.ts';
import { playhead } from './timeline.ts';

const bars = (page: Page): Locator => page.getByRole('slider', { name: 'Bars of events over time' });
const line = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: / first/ });

test('who widened the refund limit is found by a query, and the way leads to the event and back', async ({
  page,
}) => {
  await openEvents(page, '/events?ns=demo');
  await queryField(page).fill('entity:staff/tove.lind path:/permissions/refundLimit');
  await queryField(page).press('Enter');
  await expect(line(page)).toContainText('3 events, newest recorded first');
  const widened = eventRow(page, /is now 20000/);
  await expect(widened).toContainText('staff:marek.dahl');

  await widened.getByRole('link', { name: 'staff tove.lind' }).click();
  await expect(playhead(page)).toBeVisible();
  await expect(page).toHaveURL(/\/entities\/staff\/tove\.lind\?.*at=31/);
  await page.goBack();
  await expect(widened).toHaveAttribute('aria-selected', 'true');
  await expect(queryField(page)).toHaveText('entity:staff/tove.lind path:/permissions/refundLimit');
  await page.goBack();
  await expect(queryField(page)).toHaveText('');
  await page.goForward();
  await expect(line(page)).toContainText('3 events');
});

test('a day is brushed with the keys and by dragging, and the range is one', async ({ page }) => {
  await openEvents(page, '/events?ns=demo&q=recorded:2026-03-01..2026-03-31');
  await bars(page).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 13; step += 1) await page.keyboard.press('ArrowRight');
  await expect(bars(page)).toHaveAttribute('aria-valuetext', /^Sat 14 March 2026: \d+ events/);
  const told = (await bars(page).getAttribute('aria-valuetext')) ?? '';
  await page.keyboard.press('Enter');
  await expect(queryField(page)).toHaveText('recorded:2026-03-14T00:00:00Z..<2026-03-15T00:00:00Z');
  // As many as the bar said.
  await expect(line(page)).toContainText(/\d+ events/.exec(told)?.[0] ?? 'no number');

  await page.getByRole('button', { name: /^Later:/ }).click();
  await expect(queryField(page)).toHaveText('recorded:2026-03-15T00:00:00Z..<2026-03-16T00:00:00Z');
  await page.getByRole('button', { name: /^Earlier:/ }).click();
  await page.getByRole('button', { name: /^Zoom out/ }).click();
  await expect(queryField(page)).toHaveText('recorded:2026-03-13T12:00:00Z..<2026-03-15T12:00:00Z');

  // Forty-eight bars of an hour: from within the 12th to within the 36th is the whole of the 14th.
  await expect(bars(page)).toHaveAttribute('aria-valuemax', '48');
  const box = await bars(page).boundingBox();
  if (box === null) throw new Error('The bars are not on screen.');
  const x = (bar: number) => box.x + (box.width * (bar + 0.5)) / 48;
  await page.mouse.move(x(35), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(x(20), box.y + 20);
  await page.mouse.move(x(12), box.y + 20);
  await page.mouse.up();
  await expect(queryField(page)).toHaveText('recorded:2026-03-14T00:00:00Z..<2026-03-15T00:00:00Z');
  await page.getByRole('button', { name: /^Any time/ }).click();
  await expect(queryField(page)).toHaveText('');
});

test('rows are sorted by their headings, walked with the keys, and found again by the address alone', async ({
  page,
}) => {
  await openEvents(page, '/events?ns=demo&q=entity:order/*&cols=occurred,recorded,type,entity,position');
  await expect(heading(page, /^Recorded/)).toHaveAttribute('aria-sort', 'descending');
  await heading(page, /^Occurred/)
    .getByRole('button')
    .click();
  await expect(heading(page, /^Occurred/)).toHaveAttribute('aria-sort', 'descending');
  await heading(page, /^Occurred/)
    .getByRole('button')
    .click();
  await expect(heading(page, /^Occurred/)).toHaveAttribute('aria-sort', 'ascending');
  await expect(line(page)).toContainText('oldest occurred first');
  // There is nothing to walk until they have come.
  await expect(grid(page).getByRole('row').nth(1)).toContainText('2025-01-');

  await grid(page).focus();
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageDown');
  const selected = page.getByRole('row', { selected: true });
  await expect(selected).toBeInViewport();
  await expect(page).toHaveURL(/[?&]row=/);
  const text = (await selected.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(playhead(page)).toBeVisible();
  await page.goBack();
  await expect(selected).toHaveText(text);
  await expect(selected).toBeInViewport();

  const url = page.url();
  await page.goto('about:blank');
  await openWhole(page, url);
  await expect(selected).toBeInViewport();
  await expect(heading(page, /^Position/)).toBeVisible();
  await expect(heading(page, /^What changed/)).toBeHidden();
  await expect(heading(page, /^Occurred/)).toHaveAttribute('aria-sort', 'ascending');

  // From there up to the first row, which is not known yet, and to the last.
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(page).not.toHaveURL(url);
  await expect(selected).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(page.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '2');
});

test('from the bars the keys lead to the rows at once, past every name that could be chosen', async ({
  page,
}) => {
  await openEvents(page, '/events?ns=demo');
  await bars(page).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the events' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(grid(page).locator('[role=row][aria-selected=true]')).toBeVisible();
});

test('a value of a row is looked for alone, left out and copied, with the keys', async ({ page }) => {
  await openEvents(page, '/events?ns=demo&q=entity:product/A-100');
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const type = await page.getByRole('menu').getAttribute('aria-label');
  const name = type?.replace('Type ', '') ?? '';
  await page.getByRole('menuitem', { name: `Without type ${name}` }).press('Enter');
  await expect(queryField(page)).toHaveText(`entity:product/A-100 -type:${name}`);
  await expect(grid(page).getByRole('gridcell', { name, exact: true })).toHaveCount(0);
  await expect(eventRow(page, /product A-100/).first()).toBeVisible();
});

test('columns are chosen, ordered and made wider', async ({ page }) => {
  await openEvents(page, '/events?ns=demo');
  await page.getByRole('button', { name: 'Columns' }).click();
  const panel = page.getByRole('dialog', { name: 'Columns of the table' });
  await panel.getByRole('checkbox', { name: 'Source' }).check();
  await panel.getByRole('checkbox', { name: 'Actor' }).uncheck();
  await panel.getByRole('button', { name: 'Type: further left' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/cols=type%2Crecorded%2Centity%2Cchanges%2Cmarks%2Csource/);
  const handle = page.getByRole('separator', { name: 'Width of Type' });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.reload();
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 16));
});

test('a query that cannot be read, one that finds nothing, and one that takes too long say what to do', async ({
  page,
}) => {
  await openWhole(page, '/events?ns=demo&q=typ:OrderShipped');
  await expect(page.getByText('This query cannot be read')).toBeVisible();
  // It is said once, to those who hear it too: of the field.
  await expect(page.getByText('There is no qualifier "typ:".')).toHaveCount(1);
  await expect(queryField(page)).toHaveAccessibleDescription(/^There is no qualifier "typ:"/);
  await page.getByRole('button', { name: 'Look for type:OrderShipped' }).click();
  await expect(queryField(page)).toHaveText('type:OrderShipped');
  await expect(page.getByText('No event is found')).toBeVisible();
  await page.getByRole('button', { name: 'Without type:OrderShipped' }).click();
  await expect(eventRow(page, /file package\.json/).first()).toBeVisible();

  const refusal = {
    type: 'urn:chronoscope:error:CS-322',
    title: 'Service Unavailable',
    status: 503,
    detail: 'The database took longer than 30 s, so the question was given up.',
    code: 'CS-322',
  };
  await page.route('**/api/v1/events?**', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
  );
  await queryField(page).fill('type:OrderPlaced late');
  await queryField(page).press('Enter');
  await expect(page.getByText('This search took too long')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Without the words' })).toBeVisible();
  await page.unroute('**/api/v1/events?**');
  await page.getByRole('button', { name: 'The last week' }).click();
  await expect(queryField(page)).toHaveText(/^type:OrderPlaced late recorded:>=\d{4}-/);
});

test('is reached from the header and the palette', async ({ page }) => {
  await page.goto('/?ns=demo');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Events' }).click();
  await expect(page).toHaveURL(/\/events\?ns=demo/);
  await page.goto('/status?ns=demo');
  const field = page.getByRole('combobox', { name: /^Search/ });
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await field.fill('go to events');
  await page
    .getByRole('option', { name: /Events/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/events\?ns=demo/);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
  [320, 640],
] as const) {
  test(`is fit for everybody at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openEvents(page, '/events?ns=demo&q=recorded:2026-03&row=1773454380051871.4000');
    await expectNothingSerious(page);
    await expectFits(page);
  });
}

test('a card on a phone says to what it happened and by whom', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEvents(page, '/events?ns=demo&q=actor:staff*');
  const card = grid(page).getByRole('row').nth(1);
  await expect(card.getByRole('link', { name: /^staff:/ })).toBeInViewport({ ratio: 1 });
  await card.getByRole('link', { name: /^staff:/ }).click();
  await expect(page).toHaveURL(/\/actors\/staff/);
});

test('on a phone an event is left out from its card', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEvents(page, '/events?ns=demo&q=entity:product/A-100');
  await page.getByRole('button', { name: 'Look for events like this one' }).first().click();
  await page.getByRole('menuitem', { name: /^Without type/ }).click();
  await expect(queryField(page)).toHaveText(/^entity:product\/A-100 -type:\w+$/);
});
