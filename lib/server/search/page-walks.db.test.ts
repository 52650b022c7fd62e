import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type Clause, type ExactValue, matchesQuery, type QueriedEvent, queryText } from '#core';
import type { FoundPlace, SearchClock } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { anEvent, FOLDS, HOUR, queried, test } from './searched-events.fixture.ts';

const { app, store } = appForTests();

/** In the first the recorded clock runs in the order of the log, in the second it does so from some event on. */
const NAMESPACES = ['ordered', 'behind'] as const;
const EVENTS = 160;
const BEHIND = 40;
/** Values that fields are often given. */
const GIVEN = ['1', '"open"', 'true', '10'];

let events: ReadonlyMap<string, readonly QueriedEvent[]> = new Map();

beforeAll(async () => {
  const made = fc.sample(anEvent, { numRuns: EVENTS, seed: 11 });
  for (const namespace of NAMESPACES)
    for (const [type, rule] of FOLDS) await store().registerProjection(namespace, type, rule, 'test');
  // By turns, so that those of one lie between those of the other, and in many steps.
  for (let from = 0; from < EVENTS; from += 8) {
    for (const namespace of NAMESPACES) {
      const items = made.slice(from, from + 8).map((parts, nth) => {
        const at = from + nth;
        const isBehind = namespace === 'behind' && at < BEHIND;
        // Two at a time are recorded at the same instant.
        const recordedAt = BigInt(isBehind ? (at * 7) % BEHIND : at - (at % 2)) * HOUR;
        // Some types have no such fields.
        const isWithout = parts.type === 'order' || parts.type === 'ann';
        const often = at % 3 === 0 ? `{"a":${GIVEN[at % 4]},"b":${GIVEN[(at >> 2) % 4]}}` : parts.payload;
        const payload = isWithout ? '{"c":1}' : often;
        return { event: newEvent({ ...parts, payload, flags: 0, recordedAt }) };
      });
      const receipt = await store().append({ namespace, atomic: true, items });
      if (!receipt.ok) throw new Error(receipt.error.message);
    }
    await catchUp({ name: 'test' }, app());
  }
  const all = NAMESPACES.map(
    async (namespace) => [namespace, queried(await store().eventsFrom(0n, 1_000, namespace))] as const,
  );
  events = new Map(await Promise.all(all));
});

const hours = fc.option(fc.integer({ min: -3, max: EVENTS }).map((hour) => BigInt(hour) * HOUR));
const range = fc
  .tuple(hours, hours)
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => ({ kind: 'time', axis: 'recorded', from, to }) as Clause);
const field = fc.constantFrom('a', 'b').map((step) => ({ path: { steps: [step] } }));
const inside = fc
  .tuple(fc.constantFrom('set' as const, 'payload' as const), field, test)
  .map(([kind, path, asked]) => ({ kind, ...path, ...asked }) as Clause);
const given = fc.tuple(field, fc.constantFrom(...GIVEN)).map(([path, text]): Clause => {
  const value = text.startsWith('"')
    ? { kind: 'text' as const, text: text.slice(1, -1) }
    : ({ kind: text === 'true' ? 'word' : 'number', text } as ExactValue);
  return { kind: 'set', ...path, op: '=', value };
});
const ofRow = fc.constantFrom<Clause>(
  { kind: 'name', field: 'actor', pattern: { pieces: ['ann'] } },
  { kind: 'is', what: 'late' },
  { kind: 'version', from: null, to: 2n },
);
const either = fc.tuple(inside, ofRow, fc.boolean()).map(([one, other, isNot]): Clause => {
  const both: Clause = { kind: 'or', of: [one, other] };
  return isNot ? { kind: 'not', of: both } : both;
});
const clause = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: range },
      { weight: 2, arbitrary: inside },
      { weight: 3, arbitrary: given },
      { weight: 1, arbitrary: either },
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((of): Clause => (of.length === 1 ? (of[0] as Clause) : { kind: 'and', of }));

type Clocks = Pick<QueriedEvent, 'recordedAt' | 'occurredAt' | 'position'>;

const CLOCKS: Readonly<Record<SearchClock, (event: Clocks) => bigint>> = {
  recorded: ({ recordedAt }) => recordedAt,
  occurred: ({ occurredAt }) => occurredAt,
  position: ({ position }) => position,
};

it('pages have what the query is true of, in their order, whichever way leads to them', async () => {
  let paged = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMESPACES),
      clause,
      fc.constantFrom<SearchClock>('recorded', 'recorded', 'position', 'occurred'),
      fc.constantFrom('asc' as const, 'desc' as const),
      // A large page walks nothing.
      fc.constantFrom(7, 7, 600),
      async (namespace, query, sort, direction, limit) => {
        const sign = direction === 'asc' ? 1 : -1;
        const clock = CLOCKS[sort];
        const expected = (events.get(namespace) ?? [])
          .filter((event) => matchesQuery(query, event))
          .sort(
            (one, other) =>
              sign * (Number(clock(one) - clock(other)) || Number(one.position - other.position)),
          )
          .map(({ position }) => position);
        const found: bigint[] = [];
        let after: FoundPlace | null = null;
        for (;;) {
          const page = await store().foundPage({ namespace, query, sort, direction, after, limit });
          if (!page.ok) throw new Error(page.error.message);
          found.push(...page.value.events.map(({ position }) => position));
          const last = page.value.events.at(-1);
          if (last === undefined || !page.value.isMore) break;
          after = { at: clock(last), position: last.position };
          paged += 1;
        }
        expect(found, `${queryText(query)} by ${sort} ${direction}`).toEqual(expected);
      },
    ),
    { numRuns: 400 },
  );
  expect(paged).toBeGreaterThan(100);
});
