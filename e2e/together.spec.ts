/** Several entities on one clock: one playhead, one link. */
import type { Locator, Page } from '@playwright/test';
import { expectFits, expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openEntity, playhead, trackBox } from './timeline.ts';

const ORDER = 'order O-1003';
const CART = 'cart K-1003';
const PAYMENT = 'payment P-1003';
const ALL = '/together?ns=demo&e=order/O-1003&e=cart/K-1003&e=payment/P-1003';

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const status = (page: Page, name: string): Locator =>
  column(page, name).getByRole('treeitem', { name: /^status / });

test('one playhead moves all of them, and the address alone restores it', async ({ page }) => {
  await openEntity(page, ALL);
  await playhead(page).focus();
  await page.keyboard.press('Home');
  await expect(column(page, CART)).toContainText('1 of 3');
  await expect(column(page, ORDER)).toContainText('It did not exist yet');
  await expect(column(page, PAYMENT)).toContainText('It did not exist yet');

  // The order is placed, then paid for: each event is seen where it belongs.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(column(page, CART)).toContainText('3 of 3');
  await expect(status(page, ORDER)).toContainText('placed');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(status(page, PAYMENT)).toContainText('captured');
  await expect(status(page, ORDER)).toContainText('placed');
  await expect(page).toHaveURL(/[?&]at=2025-01-19T/);

  const url = page.url();
  await page.goto('about:blank');
  await openEntity(page, url);
  await expect(status(page, PAYMENT)).toContainText('captured');
  await expect(status(page, ORDER)).toContainText('placed');
  await expect(column(page, CART)).toContainText('3 of 3');
});

test('from an entity to others beside it, and away again', async ({ page }) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=3&v=1');
  await page.getByRole('link', { name: 'Open beside other entities' }).click();
  await expect(column(page, ORDER)).toContainText('3 of 8');
  const field = page.getByRole('combobox', { name: 'Add an entity, as type and id' });
  await field.fill('cart');
  await field.press('Enter');
  await expect(page.getByText('Write the type, a slash and the id, such as order/4711.')).toBeVisible();
  await field.fill('payment/P-1003');
  await field.press('Enter');
  await expect(column(page, PAYMENT)).toContainText('2 of 2');
  await expect(column(page, ORDER)).toContainText('3 of 8');
  await field.fill('cart/nobody');
  await field.press('Enter');
  await expect(column(page, 'cart nobody')).toContainText('No event names this entity');
  await column(page, 'cart nobody').getByRole('button', { name: 'Take it away' }).click();
  await expect(column(page, 'cart nobody')).toBeHidden();
  await column(page, PAYMENT).getByRole('link').click();
  await expect(page).toHaveURL(/\/entities\/payment\/P-1003\?.*at=2/);
});

test('all of them are compared between the same two moments', async ({ page }) => {
  await openEntity(page, `${ALL}&scale=events`);
  await playhead(page).focus();
  await page.keyboard.press('Home');
  await expect(column(page, CART)).toContainText('1 of 3');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/[?&]a=/);
  await page.keyboard.press('End');
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/[?&]b=/);
  await page.getByRole('button', { name: 'Diff A–B' }).click();
  await expect(column(page, CART).locator('[data-path="/status"]')).toContainText('checked out');
  await expect(column(page, PAYMENT).locator('[data-path="/status"]')).toContainText('captured');
});

test('an instant between all events, and an event by its id, are moments of all of them', async ({
  page,
}) => {
  await openEntity(page, ALL);
  const { x, y, width } = await trackBox(page);
  await page.keyboard.down('Alt');
  await page.mouse.click(x + width * 0.6, y);
  await page.keyboard.up('Alt');
  await expect(page.getByTestId('timeline-flag')).toContainText(/^As of 2025-.*last event/);
  const free = await page.getByTestId('timeline-flag').textContent();
  await page.reload();
  await expect(page.getByTestId('timeline-flag')).toHaveText(free ?? '');
  const goTo = page.getByRole('textbox', { name: /Go to/ });
  await goTo.fill('payment/P-1003/1');
  await goTo.press('Enter');
  await expect(page).toHaveURL(/at=%40\d+/);
  await expect(page.getByTestId('timeline-flag')).toContainText('PaymentAuthorised');
});

test('entities are added one after the other from the same box, which offers them', async ({ page }) => {
  await page.goto('/together?ns=demo');
  const asOf = page.getByText('As of', { exact: true }).locator('..');
  await expect(asOf).toContainText('now');
  await expect(asOf).not.toContainText('before the first event');
  const box = page.getByRole('combobox', { name: 'Add an entity, as type and id' });
  await box.fill('K-1003');
  await expect(page.locator('datalist option[value="cart/K-1003"]')).toBeAttached();
  await box.fill('cart/K-1003');
  await box.press('Enter');
  await expect(column(page, CART)).toBeVisible();
  await expect(box).toBeFocused();
  await box.fill('order/O-1003');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(column(page, ORDER)).toBeVisible();
  await expect(box).toBeFocused();
});

test('a version and a seventh entity are refused in words', async ({ page }) => {
  await openEntity(page, ALL);
  const goTo = page.getByRole('textbox', { name: /Go to/ });
  await goTo.fill('3');
  await goTo.press('Enter');
  await expect(page.getByText('Version 3 is another moment in each entity.')).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
  [320, 640],
] as const) {
  test(`is fit for everybody at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openEntity(page, `${ALL}&at=2025-01-19T12:28:31.045723Z`);
    await expectNothingSerious(page);
    await expectFits(page);
  });
}
