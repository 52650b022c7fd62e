import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSequence, type PartitionEvents, type SequenceStart } from './match-sequence.ts';
import type { SequenceStep } from './sequence.ts';
import { stagesOf } from './stages.ts';

const what = { kind: 'name', field: 'type', pattern: { pieces: ['A'] } } as const;

const stepArbitrary: fc.Arbitrary<SequenceStep> = fc.oneof(
  fc.record({
    kind: fc.constant('event' as const),
    what: fc.constant(what),
    times: fc.constantFrom(1, 1, 1, 2, 3),
    within: fc.option(fc.bigInt({ min: 1n, max: 6n })),
  }),
  fc.record({
    kind: fc.constant('absence' as const),
    what: fc.constant(what),
    within: fc.option(fc.bigInt({ min: 1n, max: 6n })),
  }),
);

const stepsArbitrary = fc
  .tuple(fc.constantFrom(1, 1, 2), fc.array(stepArbitrary, { maxLength: 4 }))
  .map(([times, others]): readonly SequenceStep[] => [
    { kind: 'event', what, times, within: times === 1 ? null : 4n },
    ...others,
  ]);

const partitionArbitrary = fc
  .array(fc.tuple(fc.nat(3), fc.nat(31)), { maxLength: 12 })
  .map((events): PartitionEvents => {
    let at = 0;
    const clock = events.map(([gap]) => {
      at += gap;
      return at;
    });
    return { length: events.length, at: clock, steps: events.map(([, steps]) => steps) };
  });

describe('matches of a sequence', () => {
  it('are those that trying everything finds', () => {
    fc.assert(
      fc.property(stepsArbitrary, partitionArbitrary, (steps, partition) => {
        expect(matchSequence(stagesOf({ steps }), partition)).toEqual(triedAll(steps, partition));
      }),
      { numRuns: 20_000 },
    );
  });

  it('take a later event where the earlier one has no rest', () => {
    const steps: readonly SequenceStep[] = [
      { kind: 'event', what, times: 1, within: null },
      { kind: 'event', what, times: 1, within: 7n },
      { kind: 'event', what, times: 1, within: 1n },
    ];
    const partition = { length: 4, at: [0, 2, 6, 7], steps: [1, 2, 2, 4] };
    expect(matchSequence(stagesOf({ steps }), partition)).toEqual([
      { event: 0, depth: 3, events: [0, 2, 3], firsts: [0, 2, 3] },
    ]);
  });

  it('have the first and the last event of every step that is taken several times', () => {
    const steps: readonly SequenceStep[] = [
      { kind: 'event', what, times: 2, within: null },
      { kind: 'event', what, times: 3, within: null },
      { kind: 'event', what, times: 1, within: 1n },
    ];
    const partition = { length: 9, at: [0, 1, 2, 3, 4, 5, 6, 8, 9], steps: [1, 0, 1, 2, 2, 0, 2, 2, 4] };
    expect(matchSequence(stagesOf({ steps }), partition)[0]).toEqual({
      event: 0,
      depth: 3,
      events: [2, 7, 8],
      firsts: [0, 3, 8],
    });
  });

  it('are found in a long partition at once', () => {
    const length = 200_000;
    const steps: readonly SequenceStep[] = [0, 1, 2, 3].map((step) => ({
      kind: 'event',
      what,
      times: 1,
      within: step === 0 ? null : 50n,
    }));
    const bits = Int32Array.from({ length }, (_, index) => 1 << (index % 4));
    const at = Float64Array.from({ length }, (_, index) => index);
    const found = matchSequence(stagesOf({ steps }), { length, at, steps: bits });
    expect(found).toHaveLength(length / 4);
    expect(found.every(({ depth }) => depth === 4)).toBe(true);
  }, 5_000);
});

/** The words of sequence.ts as they stand there: every way, in lexicographic order, and each condition asked of the whole way. */
function triedAll(steps: readonly SequenceStep[], partition: PartitionEvents): readonly SequenceStart[] {
  const stages = stagesOf({ steps });
  const found: SequenceStart[] = [];
  for (let event = 0; event < partition.length; event += 1) {
    if (!matches(partition, event, 0)) continue;
    for (let depth = stages.length; depth > 0; depth -= 1) {
      const way = firstWay(stepsOf(steps, depth), partition, event);
      if (way === null) continue;
      found.push({ event, depth, ...way });
      break;
    }
  }
  return found;
}

interface Asked {
  readonly step: number;
  readonly asked: SequenceStep;
}

/** The steps that the first so many stages stand for; what bars the way to a step goes with it. */
function stepsOf(steps: readonly SequenceStep[], depth: number): readonly Asked[] {
  const taken: Asked[] = [];
  let barring: Asked[] = [];
  let stages = 0;
  const lastEvent = steps.findLastIndex(({ kind }) => kind === 'event');
  for (const [step, asked] of steps.entries()) {
    if (stages === depth) break;
    if (asked.kind === 'absence' && asked.within === null && step < lastEvent) {
      barring.push({ step, asked });
      continue;
    }
    taken.push(...(asked.kind === 'event' ? barring : []), { step, asked });
    if (asked.kind === 'event') barring = [];
    stages += 1;
  }
  return taken;
}

function matches({ steps }: PartitionEvents, event: number, step: number): boolean {
  return ((steps[event] ?? 0) & (1 << step)) !== 0;
}

function firstWay(asked: readonly Asked[], partition: PartitionEvents, start: number): Taken | null {
  const slots = asked.flatMap((one) =>
    one.asked.kind === 'event' ? new Array<Asked>(one.asked.times).fill(one) : [],
  );
  const tryFrom = (taken: readonly number[]): Taken | null => {
    const slot = slots[taken.length];
    if (slot === undefined) return takenOf(asked, taken, partition);
    for (let event = (taken.at(-1) ?? start - 1) + 1; event < partition.length; event += 1) {
      if (taken.length === 0 && event !== start) break;
      if (!matches(partition, event, slot.step)) continue;
      const way = tryFrom([...taken, event]);
      if (way !== null) return way;
    }
    return null;
  };
  return tryFrom([]);
}

type Taken = Pick<SequenceStart, 'events' | 'firsts'>;

/** Of every stage its last event and its first, where all conditions hold; else null. */
function takenOf(
  asked: readonly Asked[],
  taken: readonly number[],
  partition: PartitionEvents,
): Taken | null {
  const at = (event: number) => partition.at[event] ?? 0;
  const all = Array.from({ length: partition.length }, (_, event) => event);
  const lasts: number[] = [];
  const firsts: number[] = [];
  let used = 0;
  for (const [index, { step, asked: one }] of asked.entries()) {
    const anchor = lasts.at(-1) ?? taken[0] ?? 0;
    const within = one.within === null ? Number.POSITIVE_INFINITY : Number(one.within);
    if (one.kind === 'event') {
      used += one.times;
      const last = taken[used - 1] ?? 0;
      if (at(last) - at(anchor) > within) return null;
      lasts.push(last);
      firsts.push(taken[used - one.times] ?? 0);
      continue;
    }
    const isFollowed = asked.slice(index + 1).some(({ asked: other }) => other.kind === 'event');
    const next = one.within === null && isFollowed ? (taken[used] ?? 0) : partition.length;
    const isThere = all.some(
      (event) =>
        event > anchor && event < next && at(event) - at(anchor) <= within && matches(partition, event, step),
    );
    if (isThere) return null;
    if (one.within === null && isFollowed) continue;
    lasts.push(anchor);
    firsts.push(anchor);
  }
  return { events: lasts, firsts };
}
