/** The small timeline of a listed entity: its bars stand where its events are, held to the events themselves. */
import type { Locator, Page } from '@playwright/test';
import { everyEvent, type ListedEvent } from './every-event.ts';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';
import { playhead } from './timeline.ts';

/** Of the time between the first and the last event of all that are listed. */
const PARTS = 40n;
/** Pixels of a part. */
const STEP = 3;

const STAFF = '/entities?ns=demo&type=staff';

const rows = (page: Page): Locator =>
  page
    .getByRole('table', { name: 'Entities' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

const linkOf = (row: Locator): Locator => row.getByRole('rowheader').getByRole('link');

/** A picture alone, which nobody is told of. */
const pictureOf = (row: Locator): Locator => row.locator('svg');

/** Places of its bars from the left, and their heights. */
const barsOf = (row: Locator): Promise<readonly (readonly [place: number, height: number])[]> =>
  pictureOf(row)
    .locator('rect')
    .evaluateAll((bars) =>
      bars.map((bar) => [Number(bar.getAttribute('x')), Number(bar.getAttribute('height'))] as const),
    );

function micros({ recordedAt }: ListedEvent): bigint {
  const [, digits = ''] = /\.(\d+)/.exec(recordedAt) ?? [];
  return BigInt(Date.parse(`${recordedAt.slice(0, 19)}Z`)) * 1_000n + BigInt(digits.padEnd(6, '0'));
}

test.beforeEach(async ({ request }) => searchable(request));

test('bars stand where the events are, higher where there are more, over the time that the heading says', async ({
  page,
  request,
}) => {
  await page.goto(STAFF);
  const ids = await linkOf(rows(page)).evaluateAll((links) =>
    links.map((link) => new URL(link.getAttribute('href') ?? '', location.href).pathname.split('/').at(-1)),
  );
  const events = (await everyEvent(request, 'demo', 'entity-type:staff')).filter(({ entityId }) =>
    ids.includes(entityId),
  );
  const clocks = events.map(micros).toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const [from = 0n, to = 0n] = [clocks.at(0), clocks.at(-1)];
  const day = (at: bigint) => new Date(Number(at / 1_000n)).toISOString().slice(0, 10);
  await expect(
    page.getByRole('columnheader', {
      name: `Its events over time, from ${day(from)} to ${day(to)}`,
      exact: true,
    }),
  ).toBeVisible();

  let compared = 0;
  for (const [nth, id] of ids.entries()) {
    const counts = new Map<number, number>();
    for (const event of events.filter(({ entityId }) => entityId === id)) {
      const part = Number(((micros(event) - from) * PARTS) / (to - from + 1n));
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    const wanted = [...counts].toSorted(([one], [other]) => one - other);
    const bars = await barsOf(rows(page).nth(nth));
    expect([id, ...bars.map(([place]) => place)]).toEqual([id, ...wanted.map(([part]) => part * STEP)]);
    const heights = new Map(wanted.map(([, count], at) => [count, bars[at]?.[1] ?? 0]));
    for (const [at, [, count]] of wanted.entries()) expect(bars[at]?.[1]).toBe(heights.get(count));
    const byCount = [...heights].toSorted(([one], [other]) => one - other).map(([, height]) => height);
    expect(byCount).toEqual([...new Set(byCount)].toSorted((one, other) => one - other));
    compared += byCount.length;
  }
  expect(compared).toBeGreaterThan(ids.length);
});

test('who listens is told the number of events and no picture, and on a phone the row leads on without it', async ({
  page,
}) => {
  await page.goto(STAFF);
  const row = rows(page).first();
  await expect(pictureOf(row)).toBeVisible();
  await expect(row.getByRole('img')).toHaveCount(0);
  await expect(row.getByRole('cell').first()).toHaveText(/^[\d,]+$/);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(pictureOf(row)).toBeHidden();
  await expect(page.getByRole('columnheader', { name: /^Its events over time/ })).toBeHidden();
  await expect(row.getByRole('rowheader')).toContainText(/[\d,]+ events?/);
  const href = (await linkOf(row).getAttribute('href')) ?? '';
  await linkOf(row).click();
  await expect(page).toHaveURL(({ pathname }) => href.startsWith(pathname) && pathname !== '/entities');
  await expect(playhead(page)).toBeVisible();
});
