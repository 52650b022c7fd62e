import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamAt, type TestStream, testStream } from './playhead-test-stream.ts';
import { segmentColumns, TimelineColumns, typesOf } from './timeline-columns.ts';

describe('columns that their segment has told', () => {
  it('place events in milliseconds after the first, to the microsecond', () => {
    expect([...streamAt(5000, 5000.001, 6500).columns.at]).toEqual([0, 0.001, 1500]);
  });

  it('place an event whose clock went back where it was recorded, by the running maximum', () => {
    const events = [{ at: 0n }, { at: 9000n }, { at: 4000n }, { at: 10_000n }];
    expect([...testStream(events, 'recorded').columns.at]).toEqual([0, 9, 9, 10]);
  });

  it('of an empty history are empty', () => {
    expect(testStream([]).columns).toMatchObject({ length: 0, origin: 0, types: [], legend: [] });
  });

  it('know which events are late, and where those are on the other axis', () => {
    const times = [0n, 5000n, 2000n, 6000n];
    const recorded = times.map((occurredAt, index) => ({ at: 10_000n + BigInt(index) * 1000n, occurredAt }));
    const { late } = testStream(recorded, 'recorded').columns;
    expect(late.map(({ ordinals, other }) => [[...ordinals], [...other]])).toEqual([[[3], [-8]]]);
    const occurred = [0, 2, 1, 3].map((index) => ({
      ...recorded[index],
      at: 10_000n + BigInt(index) * 1000n,
      version: index + 1,
    }));
    const known = testStream(occurred, 'occurred').columns;
    expect(known.late.map(({ ordinals, other }) => [[...ordinals], [...other]])).toEqual([[[2], [12]]]);
  });

  it('give each event the slot of its type', () => {
    const types = ['Rare', 'Often', 'Often'];
    const { slot, legend } = testStream(types.map((type, index) => ({ at: BigInt(index), type }))).columns;
    expect([...slot]).toEqual([1, 0, 0]);
    expect(legend.map(({ name, events }) => [name, events])).toEqual([
      ['Often', 2],
      ['Rare', 1],
    ]);
  });
});

describe('columns before any segment is read', () => {
  const stream = fc
    .array(fc.record({ gap: fc.nat(10_000), type: fc.constantFrom('a', 'b', 'c') }), {
      minLength: 1,
      maxLength: 700,
    })
    .map((events) => {
      let at = 0n;
      return testStream(
        events.map(({ gap, type }) => {
          at += BigInt(gap);
          return { at, type };
        }),
      );
    });
  const untold = ({ segments }: Pick<TestStream, 'segments'>) =>
    new TimelineColumns(segments, typesOf({ segments }));

  it('never fall, are exact where the outline has a clock, and lie between two of them elsewhere', () => {
    fc.assert(
      fc.property(stream, ({ columns, segments, length }) => {
        const guessed = untold({ segments });
        expect(guessed.length).toBe(length);
        for (let index = 0; index < length; index += 1) {
          const isGiven = index % 256 === 0 || index === length - 1;
          if (isGiven) expect(guessed.at[index]).toBeCloseTo(columns.at[index] ?? 0, 6);
          if (index > 0) expect(guessed.at[index]).toBeGreaterThanOrEqual(guessed.at[index - 1] ?? 0);
          expect(guessed.exact(index + 1)).toBe(false);
        }
      }),
    );
  });

  it('know the types and their numbers, and become exact once they are told', () => {
    fc.assert(
      fc.property(stream, (events) => {
        const guessed = untold(events);
        expect(guessed.legend).toEqual(events.columns.legend);
        const source = { first: 1, last: events.length, header: events.header };
        guessed.tell(segmentColumns(source, events.axis, typesOf(events), new Uint8Array(events.length)));
        expect([...guessed.at]).toEqual([...events.columns.at]);
        expect([...guessed.slot]).toEqual([...events.columns.slot]);
        expect(guessed.exact(1)).toBe(true);
      }),
    );
  });
});
