/** The order of the event list: a choice of the reader, kept for the next page. */
import { expect, test } from './fixtures.ts';
import { events } from './panes.ts';
import { openEntity } from './timeline.ts';

test('a day is named once at the top of the list, however far it is scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 520 });
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=8&v=1');
  const day = page.getByText('Wed 22 January 2025').filter({ visible: true });
  const dayAbove = page.getByText('Thu 23 January 2025').filter({ visible: true });
  await expect(day).toHaveCount(1);
  // The heading of the day, below the one event of the day above it, is cut by the upper edge.
  await events(page).evaluate((list) => {
    list.scrollTop = 44 + 12;
  });
  await expect(dayAbove).toHaveCount(0);
  await expect(day).toHaveCount(1);
});

test('the order of the event list is kept, and the server draws it so', async ({ page }) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=4&v=1');
  await page.getByRole('button', { name: 'Newest first. Show oldest first' }).click();
  await expect(events(page).getByRole('option').first()).toContainText('Before the first event');

  await openEntity(page, '/entities/order/O-1001?ns=demo&at=1&v=1');
  await expect(page.getByRole('button', { name: 'Oldest first. Show newest first' })).toBeVisible();
  await expect(events(page).getByRole('option').first()).toContainText('Before the first event');

  const drawn = await page.request.get('/entities/order/O-1003?ns=demo&at=4&v=1');
  expect(await drawn.text()).toContain('Oldest first. Show newest first');
});
