import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Clause,
  matchesQuery,
  matchSequence,
  type QueriedEvent,
  type Sequence,
  type SequenceStep,
  sequenceText,
  stagesOf,
} from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { lookForSequences } from './look-for-sequences.ts';
import { anEvent, clause, FOLDS, HOUR, pattern, queried } from './searched-events.fixture.ts';
import { SequenceFunnel } from './sequence-funnel.ts';

const { app, store } = appForTests();

/** Mostly types, as somebody would ask, so that steps follow one another now and then. */
const what: fc.Arbitrary<Clause> = fc.oneof(
  {
    weight: 3,
    arbitrary: pattern.map((names): Clause => ({ kind: 'name', field: 'type', pattern: names })),
  },
  {
    weight: 1,
    arbitrary: pattern.map(
      (names): Clause => ({ kind: 'not', of: { kind: 'name', field: 'type', pattern: names } }),
    ),
  },
  { weight: 2, arbitrary: clause },
);
const within = fc.option(fc.constantFrom(1n, 2_000_000n, HOUR, 9n * HOUR, 40n * HOUR));
const event = (times: number, longest: bigint | null, of: Clause): SequenceStep => ({
  kind: 'event',
  what: of,
  times,
  within: longest,
});
const first = fc
  .tuple(fc.constantFrom(1, 1, 2), within, what)
  .map(([times, longest, of]) => event(times, times === 1 ? null : longest, of));
const another = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 1, 1, 2), within, what)
      .map(([times, longest, of]) => event(times, longest, of)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(within, what)
      .map(([longest, of]): SequenceStep => ({ kind: 'absence', what: of, within: longest })),
  },
);
const sequence: fc.Arbitrary<Sequence> = fc.record({
  steps: fc.tuple(first, fc.array(another, { maxLength: 3 })).map(([one, others]) => [one, ...others]),
  by: fc.constantFrom('entity' as const, 'actor' as const, 'correlation' as const),
  on: fc.constantFrom('recorded' as const, 'occurred' as const),
  where: fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: 'all' as const }) },
    { weight: 1, arbitrary: clause },
  ),
});

let events: readonly QueriedEvent[] = [];

beforeAll(async () => {
  for (const [type, rule] of FOLDS) await store().registerProjection('main', type, rule, 'test');
  const made = fc.sample(anEvent, { numRuns: 80, seed: 11 });
  // Events of another namespace lie between, of the same types and by the same actors.
  for (const [nth, parts] of made.entries()) {
    const namespace = nth % 4 === 3 ? 'other' : 'main';
    const items = [{ event: newEvent({ ...parts, flags: 0 }) }];
    const receipt = await store().append({ namespace, atomic: true, items });
    if (!receipt.ok) throw new Error(receipt.error.message);
  }
  await catchUp({ name: 'test' }, app());
  events = queried(await store().eventsFrom(0n, 1_000, 'main'));
});

describe('sequences in the store', () => {
  it('are those that the matcher finds in events that are looked at one by one', async () => {
    let deep = 0;
    await fc.assert(
      fc.asyncProperty(sequence, async (asked) => {
        const reached = null;
        const known = { moment: { at: 'head' }, axis: 'recorded' } as const;
        const paging = { after: null, most: 1_000, known, takes: 'page' } as const;
        const found = await lookForSequences(app(), {
          namespace: 'main',
          sequence: asked,
          reached,
          ...paging,
        });
        if (!found.ok) throw new Error(found.error.message);
        const expected = lookedAt(asked);
        expect(found.value.funnel, sequenceText(asked)).toEqual(expected.funnel);
        const kept = found.value.kept.map(({ positions }) => positions).toSorted(byFirst);
        expect(kept, sequenceText(asked)).toEqual([...expected.matches].sort(byFirst));
        if (asked.steps.length > 1 && kept.length > 0) deep += 1;
      }),
      { numRuns: 500 },
    );
    expect(deep).toBeGreaterThan(50);
  });
});

/** By the words of sequence.ts: the events of one entity, actor or conversation after the other, in the order of the clock. */
function lookedAt(asked: Sequence) {
  const stages = stagesOf(asked);
  const funnel = new SequenceFunnel(stages);
  const matches: bigint[][] = [];
  const groups = new Map<string, QueriedEvent[]>();
  for (const one of events) {
    const key = keyOf(one, asked);
    if (key !== null && matchesQuery(asked.where, one)) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const ordered = group.toSorted((one, other) =>
      Number(clockOf(one, asked) - clockOf(other, asked) || one.position - other.position),
    );
    const partition = {
      length: ordered.length,
      at: ordered.map((one) => Number(clockOf(one, asked))),
      steps: ordered.map((one) => bitsOf(one, asked)),
    };
    const starts = matchSequence(stages, partition);
    funnel.add(partition, starts);
    for (const { depth, events: taken } of starts)
      if (depth === stages.length) matches.push(taken.map((at) => ordered[at]?.position ?? 0n));
  }
  return { funnel: funnel.result(), matches };
}

function keyOf(
  { entityType, entityId, actor, correlationId }: QueriedEvent,
  { by }: Sequence,
): string | null {
  if (by === 'entity') return JSON.stringify([entityType, entityId]);
  return by === 'actor' ? actor : correlationId;
}

const clockOf = ({ recordedAt, occurredAt }: QueriedEvent, { on }: Sequence): bigint =>
  on === 'recorded' ? recordedAt : occurredAt;

const bitsOf = (one: QueriedEvent, { steps }: Sequence): number =>
  steps.reduce((bits, step, nth) => bits | (matchesQuery(step.what, one) ? 1 << nth : 0), 0);

/** A start is its first event, and each is there once. */
const byFirst = ([one = 0n]: readonly bigint[], [other = 0n]: readonly bigint[]): number =>
  Number(one - other);
