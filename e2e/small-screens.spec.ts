/** Little room: on small phones, and where a page is enlarged, what is looked at can still be seen beside the timeline. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { diffPane } from './panes.ts';
import { openEntity, playhead } from './timeline.ts';

const DIFF = '/entities/staff/tove.lind?ns=demo&at=31&a=29&b=31&d=unified&v=1';
const dock = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const more = (page: Page) => page.getByRole('button', { name: 'More of the timeline' });

const heightOf = async (page: Page, of: 'dock' | 'changes'): Promise<number> => {
  const found = of === 'dock' ? dock(page) : diffPane(page).getByRole('tree');
  return (await found.boundingBox())?.height ?? 0;
};

test('enlarged twice, the timeline is a row of movement until more of it is asked for', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await openEntity(page, DIFF);
  const live = page.getByRole('button', { name: 'Live' });
  await expect(live).toBeHidden();
  expect(await heightOf(page, 'dock')).toBeLessThan(450 * 0.4);
  await more(page).click();
  await expect(live).toBeVisible();
  // Escape closes what is open before it takes the pins away.
  await page.keyboard.press('Escape');
  await expect(live).toBeHidden();
  await expect(page).toHaveURL(/[?&]a=29&b=31/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/[?&]a=29/);
});

test('on a phone the pins of an empty diff are set where it says so', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEntity(page, '/entities/parcel/p-1?at=120&d=unified&v=1');
  await expect(diffPane(page).getByText('Pin two moments to compare')).toBeVisible();
  await expect(diffPane(page).getByText('with the keys A and B')).toBeHidden();
  await diffPane(page).getByRole('button', { name: 'Pin A here' }).click();
  await expect(page).toHaveURL(/[?&]a=120/);
  await expect(diffPane(page).getByRole('button', { name: /^Pin B to event 120/ })).toBeVisible();
});

test('on a phone a row of entities says its last time in one line, also beside chosen fields', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const zone of ['UTC', 'Asia/Kolkata']) {
    const fields = [
      ['col', '/status'],
      ['col', '/customer'],
      ['col', '/total'],
    ];
    await page.goto(
      `/entities?${new URLSearchParams([['ns', 'demo'], ['type', 'order'], ['tz', zone], ...fields])}`,
    );
    const row = page.getByRole('table', { name: 'Entities' }).getByRole('row').nth(1);
    await expect(row.getByRole('rowheader').getByRole('time')).toBeVisible();
    const lines = await row
      .getByRole('rowheader')
      .getByRole('time')
      .evaluate((time) => time.getClientRects().length);
    expect(lines, zone).toBe(1);
  }
});

test('on a small phone the rows of a diff have room of their own', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openEntity(page, DIFF);
  expect(await heightOf(page, 'changes')).toBeGreaterThan(150);
  const row = diffPane(page).getByRole('treeitem', { name: /refundLimit/ });
  await row.scrollIntoViewIfNeeded();
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('enlarged four times, the timeline stands behind the panes and not in front of them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openEntity(page, DIFF);
  await expect(playhead(page)).not.toBeInViewport();
  await diffPane(page)
    .getByRole('treeitem', { name: /refundLimit/ })
    .click();
  await playhead(page).focus();
  await expect(playhead(page)).toBeInViewport();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/[?&]at=30/);
});
