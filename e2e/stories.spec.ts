/** What people come for: an auditor who follows a permission, and a developer who looks for the event that broke a total. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { eventPane, events, expectAt, stateTree } from './panes.ts';
import { openEntity, playhead } from './timeline.ts';

test('an auditor finds when a permission widened, by whom, what was done with it, and prints before and after', async ({
  page,
}) => {
  await page.goto('/entities?ns=demo&type=staff');
  await page.getByRole('combobox', { name: 'Wording' }).selectOption('Auditor');
  await page.getByRole('link', { name: 'tove.lind' }).click();
  await expect(playhead(page)).toBeVisible();

  // When did it widen? The field says each of its values, and how long it held.
  const limit = stateTree(page).getByRole('treeitem', { name: /^Refund limit in euros/ });
  await expect(limit).toContainText('200');
  await limit.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'All its values' }).click();
  const values = page.getByRole('listbox', { name: /Values of/ });
  await expect(values.getByRole('option')).toHaveCount(3);
  // Newest first: set back, widened, as it was in the beginning.
  await values.getByRole('option').nth(1).click();

  // Who did it?
  await expectOn(page, 31);
  await expect(eventPane(page)).toContainText(
    'staff:marek.dahl changed Refund limit in euros from 200 to 20000.',
  );

  // What did they do with it? Three refunds.
  await expect(eventPane(page).getByText('Caused these: 3')).toBeVisible();
  await eventPane(page)
    .getByRole('link', { name: /Refund requested/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/entities\/refund\/R-2071/);
  await expect(stateTree(page).getByRole('treeitem', { name: /^Amount .*4180/ })).toBeVisible();

  // Before and after, on paper.
  await openEntity(page, '/entities/staff/tove.lind?ns=demo&at=31&a=30&b=31&d=unified&v=1');
  await expect(page.locator('[data-path="/permissions/refundLimit"]')).toContainText('Refund limit in euros');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Report…' }).click();
  await expect(page).toHaveURL(/\/report\?/);
  const report = page.getByRole('main');
  await expect(report).toContainText('staff:marek.dahl');
  await expect(report).toContainText('20000');
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
});

test('a developer finds the event after which the total of an order is wrong', async ({ page }) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&v=1');
  // The quantity was changed, and the total was not: which event set either?
  await page.getByRole('button', { name: 'Blame', exact: true }).click();
  const total = stateTree(page).locator('[data-path="/total/amount"]');
  const quantity = stateTree(page).locator('[data-path="/lines/~=A-100/quantity"]');
  await expect(total).toContainText('2.2');
  await expect(quantity).toContainText('3');
  await quantity.click();
  await stateTree(page).press('Enter');
  await expectAt(page, 4);
  await expect(eventPane(page).getByTestId('payload')).toContainText('"reason"');

  // The state just before it, and what the event did to it.
  await stateTree(page).press('Shift+Enter');
  await expectAt(page, 3);
  await expect(quantity).toContainText('2');
  await playhead(page).focus();
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowRight');
  await expectAt(page, 4);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Diff A–B' }).click();
  await expect(page.getByTestId('diff-summary')).toHaveText('1 field changed');
  await expect(page.locator('[data-path="/lines/~=A-100/quantity"]')).toBeVisible();
});

/** List and playhead; the state may be hidden behind another pane. */
async function expectOn(page: Page, version: number): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`[?&]at=${version}(&|$)`));
  await expect(events(page).getByRole('option', { selected: true })).toHaveAttribute(
    'data-version',
    String(version),
  );
}
