/** The night on which clocks are changed: two times that look the same are told apart, and one that is skipped is refused. */
import { expect, test } from './fixtures.ts';
import { eventPane, events } from './panes.ts';
import { PARCEL_IMPORT } from './parcel-log.ts';
import { openEntity } from './timeline.ts';

/** In Berlin the clock showed 02:30 twice on the first night, and never on the second. */
const TIMES = [
  '2025-10-25T23:30:00Z',
  '2025-10-26T00:30:00Z',
  '2025-10-26T01:30:00Z',
  '2026-03-29T01:30:00Z',
];

test('times are told apart in the list, and Go to says what it makes of them', async ({ page, instance }) => {
  const lines = TIMES.map((written, n) =>
    JSON.stringify({
      parcel: 'nightly',
      what: 'ParcelScanned',
      who: 'bob',
      happened: written,
      written,
      content: { n },
    }),
  );
  const done = await instance.command(['import', '-', ...PARCEL_IMPORT], `${lines.join('\n')}\n`);
  expect(done).toMatchObject({ exitCode: 0 });
  await openEntity(page, '/entities/parcel/nightly?tz=Europe%2FBerlin&v=1');
  const time = (version: number) => events(page).locator(`[data-version="${version}"]`);
  await expect(time(1)).toContainText('01:30:00 +02:00');
  await expect(time(2)).toContainText('02:30:00 +02:00');
  await expect(time(3)).toContainText('02:30:00 +01:00');
  await expect(time(4)).toContainText('03:30:00 +02:00');
  await expect(events(page)).toContainText('+02:00, then +01:00');

  const goTo = page.getByRole('textbox', { name: 'Go to' });
  await goTo.fill('2026-03-29 02:30');
  await goTo.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: '02:30 does not exist on 2026-03-29' }),
  ).toBeVisible();
  await expect(goTo).toHaveValue('2026-03-29 02:30');

  await goTo.fill('2025-10-26 02:30');
  await goTo.press('Enter');
  const note = page.getByRole('status').filter({ hasText: '02:30 comes twice on 2025-10-26' });
  await expect(note).toBeVisible();
  await expect(note).toContainText('write 2025-10-26T02:30+01:00 for the second');
  await expect(eventPane(page).getByRole('heading', { level: 2 })).toHaveText(/^Event 2/);
  await goTo.fill('2025-10-26T02:30+01:00');
  await goTo.press('Enter');
  await expect(eventPane(page).getByRole('heading', { level: 2 })).toHaveText(/^Event 3/);
  await expect(note).toBeHidden();
});
