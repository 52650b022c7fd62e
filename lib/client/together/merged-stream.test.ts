import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testStream } from '../playhead-test-stream.ts';
import { type JoinedStream, MergedStream } from './merged-stream.ts';

/** Few instants, so that many are met by several entities; clocks of each ascend, as they do on an axis. */
const instants = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 })
  .map((list) => [...list].sort((one, other) => one - other));

const clocks = fc.array(instants, { minLength: 1, maxLength: 6 });

function joinedStream(clocks: readonly bigint[]): JoinedStream {
  const stream = testStream(clocks.map((at) => ({ at })));
  return { ...stream, read: async (ordinal) => stream.header(ordinal) };
}

const mergedOf = (all: readonly (readonly number[])[]): MergedStream =>
  new MergedStream(
    all.map((list, entity) => ({
      name: `order ${entity}`,
      eventOf: (type) => type,
      stream: joinedStream(list.map((at) => BigInt(at) * 1_000_000n)),
    })),
  );

describe('events of several entities on one clock', () => {
  it('say of which entity they are, each as it calls its own', () => {
    const stream = joinedStream([1n, 2n]);
    const merged = new MergedStream([{ name: 'Order 7', eventOf: (type) => `the ${type}`, stream }]);
    expect(merged.peek(1)?.type).toBe(`Order 7 · the ${stream.peek(1)?.type}`);
    expect(merged.peek(0)).toBeNull();
  });

  it('come in the order of their instants, and each once', () => {
    fc.assert(
      fc.property(clocks, (all) => {
        const merged = mergedOf(all);
        const sorted = all.flat().sort((one, other) => one - other);
        const begin = sorted[0] ?? 0;
        expect([...merged.at].map((at) => at / 1000 + begin)).toEqual(sorted);
        all.forEach((list, entity) => {
          expect([...merged.type].filter((one) => one === entity)).toHaveLength(list.length);
        });
      }),
    );
  });

  it('have as many before a place as each entity has had by then', () => {
    fc.assert(
      fc.property(clocks, fc.nat(), (all, seed) => {
        const merged = mergedOf(all);
        const place = seed % (merged.length + 1);
        const ordinals = merged.ordinalsAt(place);
        expect(merged.placeOf(ordinals)).toBe(place);
        ordinals.forEach((ordinal, entity) => {
          expect(ordinal).toBe([...merged.type].slice(0, place).filter((one) => one === entity).length);
        });
      }),
    );
  });

  it('rest where an instant is over, so that the ordinals of a place are those of its instant', () => {
    fc.assert(
      fc.property(clocks, fc.nat(), fc.nat(), (all, seed, other) => {
        const merged = mergedOf(all);
        const from = merged.restOf(other % (merged.length + 1), 0);
        const rest = merged.restOf(seed % (merged.length + 1), from);
        const instant = rest === 0 ? Number.NEGATIVE_INFINITY : (merged.at[rest - 1] ?? 0) / 1000;
        const begin = Math.min(...all.flat());
        expect(merged.ordinalsAt(rest)).toEqual(
          all.map((list) => list.filter((at) => at - begin <= instant).length),
        );
      }),
    );
  });

  it('are reached by steps in both directions', () => {
    fc.assert(
      fc.property(clocks, (all) => {
        const merged = mergedOf(all);
        const instantsOf = (step: 1 | -1, start: number): number => {
          let stops = 0;
          for (let at = start; ; stops += 1) {
            const next = merged.restOf(at + step, at);
            if (next === at || (step === 1 ? at === merged.length : at === 0)) return stops;
            at = next;
          }
        };
        const different = new Set(all.flat()).size;
        expect(instantsOf(1, 0)).toBe(different);
        expect(instantsOf(-1, merged.length)).toBe(different);
      }),
    );
  });

  it('say of which entity they are', () => {
    const merged = mergedOf([[3], [1]]);
    expect(merged.peek(1)).toMatchObject({ type: 'order 1 · Noted', version: 1 });
    expect(merged.peek(0)).toBeNull();
    expect(merged.types[merged.entityAt(2)]).toBe('order 0');
  });
});
