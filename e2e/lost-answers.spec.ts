/** What an open page does while the server gives no answers, and once it gives them again. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { eventPane, events, expectAt, selectedVersion } from './panes.ts';
import { openEntity, playhead } from './timeline.ts';

const PATH = '/entities/parcel/p-1';
const goTo = async (page: Page, moment: string) => {
  await page.getByLabel('Go to').fill(moment);
  await page.getByLabel('Go to').press('Enter');
};

test('says why another moment is shown, and shows the one asked for by itself once it can', async ({
  page,
}) => {
  await openEntity(page, `${PATH}?at=10&v=1`);
  await page.route('**/api/v1/segments/**', (route) => route.fulfill({ status: 500 }));
  await goTo(page, '150');
  const warning = page.getByRole('main').getByRole('alert');
  await expect(warning).toContainText('Event 10 is shown until it can be.');
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  expect(await selectedVersion(page)).toBe(10);
  await goTo(page, '151');
  await expect(warning).toContainText('could not be read (500). Event 10');
  await page.unroute('**/api/v1/segments/**');
  await expectAt(page, 151);
  await expect(warning).toBeHidden();
  await expect(page.getByTestId('timeline-flag')).toContainText('151ParcelScanned');
  await expect(events(page).getByText('…', { exact: true })).toHaveCount(0);
});

test('says that a moment of the address could not be found yet, and goes there once it can', async ({
  page,
}) => {
  await page.route('**/api/v1/segments/**', (route) => route.abort());
  await openEntity(page, `${PATH}?axis=occurred&at=10&v=1`);
  await page.evaluate(() => {
    history.pushState(null, '', '?axis=occurred&at=2026-01-20T00:00:00Z&v=1');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  const warning = page.getByText('The server could not be reached. Event 10 is shown instead.');
  await expect(warning).toBeVisible();
  await page.unroute('**/api/v1/segments/**');
  await expect(warning).toBeHidden();
  await expect.poll(() => selectedVersion(page)).toBe(70);
});

test('brings the payload of an event once it can', async ({ page }) => {
  await openEntity(page, `${PATH}?at=10&v=1`);
  await page.route('**/events?**', (route) => route.abort());
  await goTo(page, '150');
  await expect(eventPane(page).getByRole('alert')).toContainText('The server could not be reached.');
  await page.unroute('**/events?**');
  await expect(eventPane(page).getByText('"checked 147"')).toBeVisible();
  await expect(eventPane(page).getByRole('alert')).toBeHidden();
});

test('begins its worker once it can be loaded', async ({ page }) => {
  await openEntity(page, `${PATH}?at=10&v=1`);
  await page.route('**/_next/**', (route) => route.abort());
  await goTo(page, '150');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('could not be loaded');
  await page.unroute('**/_next/**');
  await expectAt(page, 150);
});

test('stays where the back button led while what was typed was still looked up', async ({ page }) => {
  await openEntity(page, `${PATH}?at=10&v=1`);
  await page.route('**/api/v1/segments/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await route.continue();
  });
  await goTo(page, '20');
  await expect(page).toHaveURL(/at=20/);
  await goTo(page, '2026-01-20T00:00:00Z');
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  await page.goBack();
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  await expectAt(page, 10);
  await expect(playhead(page)).toHaveValue('10');
});
