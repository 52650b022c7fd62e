/** Moments that are no events, events by their ids, and events whose two times lie apart. */
import { expect, type Instance, test } from './fixtures.ts';
import { expectAt } from './panes.ts';
import { PARCEL_IMPORT } from './parcel-log.ts';
import { openEntity, playhead, trackBox } from './timeline.ts';

const flag = 'timeline-flag';

test('with Alt the playhead stands between two events, and the address and the keys know it', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=7&v=1');
  const { x, y, width } = await trackBox(page);
  await page.keyboard.down('Alt');
  await page.mouse.move(x + width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.4037, y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(page).toHaveURL(/at=2026-\d\d-\d\dT/);
  const at = new URL(page.url()).searchParams.get('at') ?? '';
  const version = Number(await playhead(page).inputValue());
  const clock = at.replace('T', ' ').replace('Z', '');
  await expect(page.getByTestId(flag)).toContainText(`As of ${clock}`);
  await expect(page.getByTestId(flag)).toContainText(`last event ${version}`);
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^As of \d+ .*\. Event \d+ of 240\./);
  await expect(page.getByRole('region', { name: 'As of' })).toContainText(clock);

  await page.reload();
  await expect(page.getByTestId(flag)).toContainText(`As of ${clock}`);
  await expect(playhead(page)).toHaveValue(String(version));

  // Back from between two events the first step leads to the earlier one.
  await playhead(page).press('ArrowLeft');
  await expectAt(page, version);
  await expect(page.getByTestId(flag)).not.toContainText('As of');
  await page.goBack();
  await expect(page.getByTestId(flag)).toContainText(`As of ${clock}`);
});

test('Go to and the palette find an event by its id, and say where one of another entity is', async ({
  page,
  instance,
  request,
}) => {
  const other = {
    parcel: 'ids-1',
    what: 'ParcelScanned',
    who: 'bob',
    happened: '2026-06-01T00:00:00Z',
    written: '2026-06-01T00:00:00Z',
    content: {},
  };
  const imported = await instance.command(['import', '-', ...PARCEL_IMPORT], `${JSON.stringify(other)}\n`);
  expect(imported).toMatchObject({ exitCode: 0 });
  const idOf = async (entity: string, version: number) => {
    const events = await request.get(
      `/api/v1/entities/parcel/${entity}/events?from=${version}&to=${version}`,
    );
    return (await events.json()).events[0].eventId as string;
  };
  await openEntity(page, '/entities/parcel/p-1?at=7&v=1');
  const goTo = page.getByRole('textbox', { name: 'Go to' });
  await goTo.fill(`id:${await idOf('p-1', 33)}`);
  await goTo.press('Enter');
  await expectAt(page, 33);
  await goTo.fill(`id:${await idOf('ids-1', 1)}`);
  await goTo.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'is event 1 of parcel ids-1' })).toBeVisible();
  await goTo.fill('no such event');
  await goTo.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: 'No event has the id "no such event" either' }),
  ).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search entities/ }).fill(await idOf('ids-1', 1));
  await page.getByRole('option', { name: 'parcel/ids-1, event 1' }).click();
  await expect(page).toHaveURL(/entities\/parcel\/ids-1\?at=1/);
});

test('both edges of the window move by keys, and say where they are', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=7&scale=events&v=1');
  const start = page.getByRole('slider', { name: 'Start of the window' });
  const end = page.getByRole('slider', { name: 'End of the window' });
  await end.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('PageDown');
  await expect(end).toHaveAttribute('aria-valuenow', '50');
  await expect(end).toHaveAttribute('aria-valuetext', /^Event 12\d$/);
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect(start).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('Home');
  await expect(start).toHaveAttribute('aria-valuenow', '0');
  await expect(playhead(page)).toHaveValue('7');
});

const HOURS = [0, 5, 9, 2, 12];

async function appendLate(instance: Instance): Promise<void> {
  const lines = HOURS.map((hour, index) => {
    const iso = (hours: number) => new Date(Date.UTC(2026, 5, 1, hours)).toISOString();
    const content = { scans: index };
    const written = iso(13 + index);
    return `${JSON.stringify({ parcel: 'late-1', what: 'ParcelScanned', who: 'bob', happened: iso(hour), written, content })}\n`;
  });
  const done = await instance.command(['import', '-', ...PARCEL_IMPORT], lines.join(''));
  expect(done).toMatchObject({ exitCode: 0 });
}

test('a late event is marked on both axes, with how far its times lie apart', async ({ page, instance }) => {
  await appendLate(instance);
  await openEntity(page, '/entities/parcel/late-1?at=4&axis=recorded&v=1');
  await expect(page.getByTestId(flag)).toContainText('late: happened 14 h before');
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /Recorded late/);
  await page.getByRole('button', { name: 'Event types' }).click();
  await expect(page.getByTestId('timeline-legend')).toContainText(
    'A ring marks the 1 recorded late; its line leads back to when it happened.',
  );
  await page.goto('/entities/parcel/late-1?at=4&axis=occurred&v=1');
  await expect(page.getByTestId(flag)).toContainText('late: recorded 14 h after');
  await page.getByRole('button', { name: 'Event types' }).click();
  await expect(page.getByTestId('timeline-legend')).toContainText('leads to when it was recorded');
});
