/** The order of the event list: a choice of the reader, kept for the next page. */
import { expect, test } from './fixtures.ts';
import { events } from './panes.ts';
import { openEntity } from './timeline.ts';

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
