import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Axis, beginOfDay, builtInProjection, foldStream, formatInstant, noUpcasters } from '#core';
import type { LogEvent } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { summariseEvents } from './find-events.ts';
import { overviewOf } from './overview.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };
const HOUR = 3_600_000_000n;
const at = (iso: string) => BigInt(Date.parse(iso)) * 1000n;

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  '+05:45',
  // Ahead of UTC by no whole quarter of an hour until 1972.
  'Africa/Monrovia',
];

/** Around midnights of all zones, on days on which clocks were changed and others, over two years. */
const instants = fc
  .record({
    day: fc.oneof(
      fc.constantFrom(
        ...['2025-03-09', '2025-03-30', '2025-04-06', '2025-10-26', '2025-11-02', '2026-03-08', '2026-03-29'],
      ),
      fc
        .integer({ min: Date.parse('2025-01-01'), max: Date.parse('2026-12-31') })
        .map((ms) => new Date(ms).toISOString().slice(0, 10)),
    ),
    minutes: fc.integer({ min: -16 * 60, max: 40 * 60 }),
    micros: fc.constantFrom(0n, 0n, -1n, 1n, 59_999_999n),
  })
  .map(({ day, minutes, micros }) => at(`${day}T00:00:00Z`) + BigInt(minutes) * 60_000_000n + micros);

const written = fc.record({
  entityType: fc.constantFrom('order', 'cart'),
  entityId: fc.constantFrom('1', '2', '3'),
  type: fc.constantFrom('A', 'B', 'C'),
  payload: fc.constantFrom('{"a":1}', '{"a":2,"b":{"c":1}}', '{"b":null,"d":[1,2]}', '{}'),
  recordedAt: instants,
  occurredAt: fc.oneof(
    instants,
    fc.constant(at('1971-06-30T00:44:29Z')),
    fc.constant(at('1971-06-30T00:44:31Z')),
  ),
});

let log: readonly LogEvent[] = [];
let changed: ReadonlyMap<bigint, number> = new Map();

beforeAll(async () => {
  for (const type of ['order', 'cart']) await store().registerProjection('main', type, 'merge', 'test');
  const items = fc.sample(written, { numRuns: 700, seed: 5 }).map((event) => ({
    event: newEvent({ ...event, flags: 0 }),
  }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  await catchUp(viewer, app());
  log = await store().eventsFrom(0n, 1_000, 'main');
  const streams = new Map<string, LogEvent[]>();
  for (const event of log) streams.set(event.streamKey, [...(streams.get(event.streamKey) ?? []), event]);
  const steps = [...streams.values()].flatMap((events) => [
    ...foldStream(events, builtInProjection('merge'), noUpcasters),
  ]);
  changed = new Map(steps.map(({ event, changes }) => [event.position, changes.length]));
}, 60_000);

const clockOf = (event: LogEvent, axis: Axis) => (axis === 'recorded' ? event.recordedAt : event.occurredAt);

/** By the beginnings of days, ascending; days without any are left out. */
function tally(events: readonly LogEvent[], axis: Axis, zone: string, of: (event: LogEvent) => number) {
  const counts = new Map<bigint, number>();
  for (const event of events) {
    const day = beginOfDay(zone, clockOf(event, axis));
    counts.set(day, (counts.get(day) ?? 0) + of(event));
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, count]) => ({ at: formatInstant(day), count }));
}

const asked = fc.record({
  zone: fc.constantFrom(...ZONES),
  axis: fc.constantFrom<Axis>('recorded', 'occurred'),
  from: fc.oneof(fc.constant(null), instants),
  to: fc.oneof(fc.constant(null), instants),
});

const within = (event: LogEvent, axis: Axis, from: bigint | null, to: bigint | null) =>
  (from === null || clockOf(event, axis) >= from) && (to === null || clockOf(event, axis) < to);

/** false: the range has hours, or nothing. */
async function expectDays({
  zone,
  axis,
  from,
  to,
}: {
  zone: string;
  axis: Axis;
  from: bigint | null;
  to: bigint | null;
}): Promise<boolean> {
  const range = {
    from: from === null ? '' : formatInstant(from),
    to: to === null ? '' : formatInstant(to),
  };
  const question = { namespace: 'main', axis, asOf: 'latest', zone, ...range };
  const overview = await overviewOf(viewer, app(), question);
  if (!overview.ok) throw new Error(overview.error.message);
  const { counts, changes, clock } = overview.value.overTime;
  if (changes === null || counts.length === 0) return false;
  expect(clock).toBe(zone);
  const events = log.filter((event) => within(event, axis, from, to));
  const counted = counts.map(({ at: day, events: parts }) => ({
    at: day,
    count: parts.reduce((sum, part) => sum + part, 0),
  }));
  expect(counted).toEqual(tally(events, axis, zone, () => 1));
  const byDay = tally(events, axis, zone, ({ position }) => changed.get(position) ?? 0);
  // Of the newest weeks alone.
  const shown = changes.map(({ at: day, fields }) => ({ at: day, count: fields }));
  const first = shown[0]?.at ?? '';
  expect(shown.slice(1)).toEqual(byDay.filter(({ at: day }) => day > first));
  const end = to ?? at('2027-01-02T00:00:00Z');
  if (from !== null && end - from < 370n * 24n * HOUR) expect(shown).toEqual(byDay);
  return true;
}

describe('days of a zone', () => {
  it('have the events and the changes that lie in them, in an overview of any range', async () => {
    let days = 0;
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        fc.pre(question.from === null || question.to === null || question.from < question.to);
        if (await expectDays(question)) days += 1;
      }),
      { numRuns: 250 },
    );
    expect(days).toBeGreaterThan(100);
  }, 120_000);

  it('begin within a quarter of an hour where the clock was ahead by no whole one', async () => {
    const range = { from: at('1971-06-01T00:00:00Z'), to: at('1971-07-15T00:00:00Z') };
    expect(await expectDays({ zone: 'Africa/Monrovia', axis: 'occurred', ...range })).toBe(true);
  });

  it('are those of a summary, whether rollups answer it or the events one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ZONES), fc.constantFrom('', 'payload.a=2'), async (zone, text) => {
        for (const axis of ['recorded', 'occurred'] as const) {
          const summary = await summariseEvents(viewer, app(), { namespace: 'main', text, zone, axis });
          if (!summary.ok) throw new Error(summary.error.message);
          const { counts, clock, width } = summary.value;
          expect([clock, width]).toEqual([zone, String(24n * HOUR)]);
          const events = log.filter(({ payload }) => text === '' || payload.includes('"a":2'));
          expect(counts.map(({ at: day, events: count }) => ({ at: day, count }))).toEqual(
            tally(events, axis, zone, () => 1),
          );
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
