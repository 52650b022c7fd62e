/** Entities as they were, and what differs, over a real history: by state, on either axis, with those that are gone. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Moment, Tour } from './explorer-tour.ts';
import { expect } from './fixtures.ts';
import { counted, difference, entityOf, grouped, liveEntities } from './naive-answers.ts';
import type { RealEvent } from './real-events.ts';

const inWords = (count: number): string => count.toLocaleString('en');

const found = (page: Page, count: number) =>
  page.getByText(
    new RegExp(`^(?:${inWords(count)} (?:entity|entities)|No entity|1 entity)[^.]* found as of then`),
  );

export interface AskedState {
  readonly entityType: string;
  /** The instant, also of the recorded axis. */
  readonly moment: Moment;
  /** A term of the query, and behind which last events it is true. */
  readonly term: string;
  readonly holds: (last: RealEvent) => boolean;
  /** A field, and what it is behind such an event. */
  readonly column: string;
  readonly valueAfter: (last: RealEvent) => string;
  /** Events that changed nothing are left out. */
  readonly counts?: (event: RealEvent) => boolean;
}

/** By a term about their state then, with a column of it, set by hand in the header. */
export async function seeStates(tour: Tour, asked: AskedState): Promise<void> {
  const { page, namespace, log } = tour;
  const { entityType, moment, term, holds, column, valueAfter, counts } = asked;
  const matching = lastThen(tour, entityType, moment, counts).filter(
    (last) => last.state !== null && holds(last),
  );
  expect(matching.length).toBeGreaterThan(0);
  expect(matching.length).toBeLessThan(liveEntities(log, entityType, moment.known));
  await page.goto(`/entities?${new URLSearchParams({ ns: namespace, type: entityType, q: term })}`);
  await page.locator('summary', { hasText: 'Time of the app' }).click();
  await page.getByRole('textbox', { name: 'Show everything as of' }).fill(moment.written);
  await page.getByRole('button', { name: 'Set the time' }).click();
  await expect(page.getByRole('region', { name: 'Time of the page' })).toContainText('As of');
  await expect(found(page, matching.length)).toBeVisible();
  const field = page.getByRole('combobox', { name: 'Column' });
  await field.fill(column);
  await field.press('Enter');
  const table = page.getByRole('table', { name: 'Entities' });
  await expect(
    table.getByRole('columnheader', { name: new RegExp(column.split('/').at(-1) ?? '') }),
  ).toBeVisible();
  const [first] = matching.toSorted((one, other) =>
    Buffer.compare(Buffer.from(one.entityId), Buffer.from(other.entityId)),
  );
  if (first === undefined) throw new Error('Nothing matches.');
  const row = table.getByRole('row').nth(1);
  await expect(row).toContainText(first.entityId);
  await expect(row.getByRole('cell').first()).toHaveText(valueAfter(first));
}

/** Those that are gone are counted beside the others, and are among them when asked for. */
export async function seeRemoved(tour: Tour, entityType: string, moment: Moment): Promise<void> {
  const { page, namespace } = tour;
  const last = lastThen(tour, entityType, moment);
  const gone = last.filter(({ state }) => state === null).length;
  expect(gone).toBeGreaterThan(0);
  const then = { ns: namespace, type: entityType, asof: moment.written, removed: 'shown' };
  await page.goto(`/entities?${new URLSearchParams(then)}`);
  await expect(found(page, last.length)).toBeVisible();
  await expect(page.getByText(`, ${inWords(gone)} of them removed.`)).toBeVisible();
}

/** As it happened: an entity stands behind the last of its events that had happened by then, whenever it was recorded. */
export async function seeOccurred(
  { page, namespace, log }: Tour,
  entityType: string,
  at: string,
): Promise<void> {
  const instant = Date.parse(at);
  const own = log.filter((event) => event.entityType === entityType && event.occurred <= instant);
  const last = [...grouped(own, entityOf).values()].map((events) =>
    events.toSorted((one, other) => one.occurred - other.occurred).at(-1),
  );
  const there = last.filter((event) => event?.state !== null).length;
  expect(there).toBeGreaterThan(0);
  await page.goto(
    `/entities?${new URLSearchParams({ ns: namespace, type: entityType, asof: at, axis: 'occurred' })}`,
  );
  await expect(page.getByRole('region', { name: 'Time of the page' })).toContainText('as it happened');
  await expect(found(page, there)).toBeVisible();
}

/** The file has every entity that differs, and the busiest actors between are named with their events. */
export async function takeDifferences(
  tour: Tour,
  entityType: string,
  from: Moment,
  to: Moment,
): Promise<void> {
  const { page, namespace, log } = tour;
  await page.goto(
    `/compare?${new URLSearchParams({ ns: namespace, from: from.written, to: to.written })}&v=1`,
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'NDJSON' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(lines.at(-1).export).toMatchObject({ rows: lines.length - 1, complete: true });
  const ofType = lines.slice(0, -1).filter((row) => row.entityType === entityType);
  for (const [became, count] of Object.entries(difference(log, entityType, from.known, to.known)))
    expect(ofType.filter((row) => row.became === became)).toHaveLength(count);
  const between = log.filter((event, at) =>
    'events' in from.known && 'events' in to.known
      ? at >= from.known.events && at < to.known.events
      : 'instant' in from.known && 'instant' in to.known
        ? (event.recorded ?? 0) > from.known.instant && (event.recorded ?? 0) <= to.known.instant
        : false,
  );
  const [busiest] = counted(between, ({ actor }) => actor);
  const actors = page.getByRole('list', { name: 'Actors', exact: true });
  await expect(
    actors
      .getByRole('listitem')
      .filter({ hasText: busiest?.name ?? '' })
      .first(),
  ).toContainText(inWords(busiest?.times ?? 0));
  const fields = page.getByRole('list', { name: /^Fields that changed most/ });
  const link = fields.getByRole('link').first();
  await page.goto((await link.getAttribute('href')) ?? '');
  await expect(
    page.getByRole('grid', { name: 'Events that were found' }).getByRole('row').nth(1),
  ).toBeVisible();
}

/** The last event of every entity that was known then, of those that count. */
function lastThen(
  { log }: Tour,
  entityType: string,
  { known }: Moment,
  counts: (event: RealEvent) => boolean = () => true,
): readonly RealEvent[] {
  const last = new Map<string, RealEvent>();
  const highest = new Map<string, number>();
  for (const [index, event] of log.entries()) {
    const key = entityOf(event);
    const high = Math.max(highest.get(key) ?? Number.NEGATIVE_INFINITY, event.recorded ?? 0);
    highest.set(key, high);
    const isKnown = 'events' in known ? index < known.events : high <= known.instant;
    if (isKnown && event.entityType === entityType && counts(event)) last.set(key, event);
  }
  return [...last.values()];
}
