/** The two faces and the zones: what changes with them, and what does not. */
import { expectFits, expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { diffPane, eventPane, events, stateTree } from './panes.ts';
import { openEntity, playhead } from './timeline.ts';

const ORDER = '/entities/order/O-1003?ns=demo&at=4&v=1';

test('a face changes words, is kept, and is in no link', async ({ page, context }) => {
  await openEntity(page, ORDER);
  const wording = page.getByRole('combobox', { name: 'Wording' });
  await expect(stateTree(page).getByRole('treeitem', { name: /^placedAt "2025/ })).toBeVisible();
  await wording.selectOption('Auditor');
  await expect(stateTree(page).getByRole('treeitem', { name: /^Placed 2025/ })).toBeVisible();
  await expect(stateTree(page).getByRole('treeitem', { name: /^Order total 2.2/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Order');
  await expect(eventPane(page).getByTestId('payload')).toBeHidden();
  await eventPane(page).getByText('The record as it was written').click();
  await expect(eventPane(page).getByTestId('payload')).toBeVisible();
  // A type of event is said in words, and as it is written beside them.
  await expect(
    events(page)
      .getByRole('option', { name: /Parcel seen on its way/ })
      .first(),
  ).toBeVisible();
  await expect(events(page).getByRole('option', { name: /Order placed/ })).toBeVisible();
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^Event 4 of .*\. [A-Z][a-z]+ [a-z ]+ by /);
  await expect(
    eventPane(page)
      .getByText(/^[A-Z][a-z]+[A-Z][A-Za-z]+$/)
      .first(),
  ).toBeVisible();
  expect(page.url()).not.toContain('auditor');

  await page.reload();
  await expect(stateTree(page).getByRole('treeitem', { name: /^Order total 2.2/ })).toBeVisible();
  const other = await context.newPage();
  await openEntity(other, ORDER);
  await expect(other.getByRole('combobox', { name: 'Wording' })).toHaveValue('auditor');
  await wording.selectOption('Developer');
  await expect(stateTree(page).getByRole('treeitem', { name: /^placedAt/ })).toBeVisible();
});

test('the auditor hears what an event says beside what it did, such as why', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'chronoscope-face', value: 'auditor', url: baseURL }]);
  await openEntity(page, '/entities/staff/tove.lind?ns=demo&at=32&v=1');
  await expect(eventPane(page).getByText('Recorded with it: Reason clean-up.')).toBeVisible();
  // Where all that it says is in the state, there is nothing to add.
  await page.keyboard.press('ArrowLeft');
  await expect(eventPane(page).getByRole('heading', { name: 'Event 31' })).toBeVisible();
  // The record itself is there.
  await expect(eventPane(page).getByText('staff/tove.lind/39')).toBeVisible();
  await expect(eventPane(page).getByText('Recorded with it')).toHaveCount(0);
});

test('the auditor reads a diff, the values of a field and a report in words', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'chronoscope-face', value: 'auditor', url: baseURL }]);
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=4&a=0&b=4&d=table&v=1');
  const grid = diffPane(page).getByRole('grid', { name: 'Changes' });
  await expect(grid.getByRole('columnheader', { name: 'Field' })).toBeVisible();
  await expect(grid.getByRole('row', { name: /Customer › Name/ })).toContainText('+Clara Aas');
  await diffPane(page)
    .getByText(/13 fields added/)
    .click();
  await expect(diffPane(page)).toContainText('Order total was set to 2.2 EUR');

  await openEntity(page, '/entities/order/O-1003?ns=demo&at=4&a=4&b=0&d=unified&v=1');
  await expect(
    diffPane(page).getByRole('treeitem', { name: /^before: Status packed|^removed: Status packed/ }),
  ).toBeVisible();

  await openEntity(page, '/entities/order/O-1003?ns=demo&at=4&path=/total&d=field&v=1');
  await expect(page.getByRole('listbox', { name: 'Values of the field' })).toContainText('2.2 EUR');
  await expect(page.getByRole('region', { name: 'Followed field' })).toContainText('2.2 EUR');

  await page.goto(
    '/entities/order/O-1003/report?ns=demo&at=4&changed=%2Ftotal%2Famount&type=OrderPlaced&v=1',
  );
  await expect(page.getByRole('region', { name: 'Scope' })).toContainText(
    'of type "OrderPlaced" (Order placed), that changed Order total (/total/amount)',
  );
  await expect(page.getByRole('table', { name: 'Related events' })).toContainText(
    'Stock reservedStockReserved',
  );
});

test('the auditor reads types in words on a clock of several entities and among the newest events', async ({
  page,
}) => {
  await page.goto('/together?e=order/O-1003&e=payment/P-1003&ns=demo&v=1');
  const flag = page.getByTestId('timeline-flag');
  await expect(flag).toContainText('order O-1003 · OrderDelivered');
  const wording = page.getByRole('combobox', { name: 'Wording' });
  await wording.selectOption('Auditor');
  await expect(flag).toContainText('Order O-1003 · Order delivered');
  await page.goto('/?ns=demo');
  const newest = page.getByRole('region', { name: 'Newest events' });
  // Types are written small in the log.
  await expect(newest.getByRole('link').first()).toContainText(/^@\d+[A-Z]/);
  await wording.selectOption('Developer');
  await expect(newest.getByRole('link').first()).toContainText(/^@\d+[a-z]/);
});

test('the auditor reads the names of the whole store in words, and asks for them as they were written', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'chronoscope-face', value: 'auditor', url: baseURL ?? '' }]);
  await page.goto('/?ns=demo');
  await expect(page.getByRole('link', { name: /^Parcel seen on its way/ })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Most changed fields' })).toContainText('On the shelf');
  await page.goto('/entities?ns=demo&type=order');
  await expect(page.getByRole('cell', { name: 'Order delivered' }).first()).toBeVisible();
  await page.goto('/compare?ns=demo&from=2026-03-01T00:00:00Z&to=2026-06-01T00:00:00Z');
  await expect(page.getByRole('link', { name: 'On the shelf' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Member of staff/ })).toBeVisible();
  await page.goto('/actors/shop?ns=demo');
  await expect(page.getByRole('region', { name: 'Fields changed most' })).toContainText('Refunded so far');
  await page.goto('/events?ns=demo');
  const facet = page
    .getByRole('region', { name: 'Facets' })
    .getByRole('button', { name: /^Parcel seen on its way/ });
  await expect(facet).toHaveAttribute('title', 'Parcel seen on its way (ParcelScanned)');
  await facet.click();
  await expect(page).toHaveURL(/q=type%3AParcelScanned/);
});

test('a zone changes every time on screen and the address, and the back button undoes it', async ({
  page,
}) => {
  await openEntity(page, ORDER);
  const flag = page.getByTestId('timeline-flag');
  await expect(flag).toContainText('2025-01-19 22:27:02.021639 UTC');
  await page.getByRole('combobox', { name: 'Time zone' }).focus();
  await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo');
  await expect(page).toHaveURL(/[?&]tz=Asia%2FTokyo/);
  // Nine hours ahead: another day.
  await expect(flag).toContainText('2025-01-20 07:27:02.021639 +09:00');
  await expect(page.getByRole('region', { name: 'As of' })).toContainText('2025-01-20 07:27:02.021639');
  await expect(events(page).getByRole('option', { selected: true })).toContainText('07:27:02');
  await expect(eventPane(page)).toContainText('2025-01-20 07:27:02.021639 +09:00');
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /20 January 2025, 07:27:02 \+09:00/);
  await page.goBack();
  await expect(flag).toContainText('2025-01-19 22:27:02.021639 UTC');
  await playhead(page).focus();
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/[?&]tz=local/);
});

for (const width of [1440, 390]) {
  test(`the auditor's face is sound at ${width} px`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'chronoscope-face', value: 'auditor', url: baseURL }]);
    await page.setViewportSize({ width, height: 860 });
    await openEntity(page, ORDER);
    await expectNothingSerious(page);
    await expectFits(page);
  });
}
