/** An entity page that stays open while the command line imports more. */
import { expect, type Instance, test } from './fixtures.ts';
import { events, expectAt, selectedVersion } from './panes.ts';
import { PARCEL_IMPORT } from './parcel-log.ts';
import { openEntity, playhead } from './timeline.ts';

async function append(instance: Instance, parcel: string, from: number, to: number): Promise<void> {
  const lines: string[] = [];
  for (let n = from; n <= to; n += 1) {
    const at = new Date(Date.UTC(2026, 5, 1, n)).toISOString();
    const content = { status: 'travelling', scans: n };
    lines.push(
      `${JSON.stringify({ parcel, what: 'ParcelScanned', who: 'bob', happened: at, written: at, content })}\n`,
    );
  }
  const done = await instance.command(['import', '-', ...PARCEL_IMPORT], lines.join(''));
  expect(done).toMatchObject({ exitCode: 0 });
}

test('says that there are new events, and shows them when asked, with the playhead where it was', async ({
  page,
  instance,
}) => {
  await append(instance, 'live-1', 1, 3);
  await openEntity(page, '/entities/parcel/live-1?at=2&v=1');
  const news = page.getByText(/^\d+ new events?$/);
  await expectAt(page, 2);
  await expect(news).toBeHidden();
  await append(instance, 'live-1', 4, 5);
  await expect(news).toHaveText('2 new events');
  await expect(news).toHaveRole('status');
  await expectAt(page, 2);
  expect(await playhead(page).getAttribute('max')).toBe('3');
  await page.getByRole('button', { name: 'Show them' }).press('Enter');
  await expect(playhead(page)).toHaveAttribute('max', '5');
  await expect(events(page).locator('[data-version="5"]')).toBeVisible();
  await expect(news).toBeHidden();
  await expectAt(page, 2);
  // The keyboard goes on from where the button was.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await append(instance, 'live-1', 6, 6);
  await expect(news).toHaveText('1 new event');
});

test('moves nothing by itself where the newest event is shown, and goes on with the newest when asked', async ({
  page,
  instance,
}) => {
  await append(instance, 'live-2', 1, 3);
  await openEntity(page, '/entities/parcel/live-2');
  await append(instance, 'live-2', 4, 4);
  await expect(page.getByText('1 new event')).toBeVisible();
  expect(await selectedVersion(page)).toBe(3);
  await expect(playhead(page)).toHaveValue('3');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect.poll(() => selectedVersion(page)).toBe(4);
  await expect(page).toHaveURL(/\/entities\/parcel\/live-2$/);
});
