import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginTurns, drawnRow, isOwed, type RowTurns, type Sight, takeTurn, wholeTurn } from './row-turns.ts';
import { buildStateTree } from './state-tree.ts';
import { type TreeRow, treeRows } from './tree-rows.ts';

const FRAME_MS = 16;
const ALL = { folds: new Map(), openDepth: Number.POSITIVE_INFINITY, pattern: null, changedOnly: false };

/** A row a value, at paths `/a00`, `/a01` … */
function rowsOf(values: readonly number[]): readonly TreeRow[] {
  const leaves = values.map((value, place) => ({
    path: `/a${String(place).padStart(2, '0')}`,
    text: String(value),
    ordinal: 1,
  }));
  return treeRows(buildStateTree(leaves, []), ALL);
}

const texts = (turns: RowTurns, { first, last }: Sight): (string | null | undefined)[] =>
  Array.from({ length: last - first + 1 }, (_, place) => drawnRow(turns, first + place)?.node.text);

const many = (value: number, count = 30): readonly TreeRow[] => rowsOf(Array(count).fill(value));

describe('the turns of rows', () => {
  it('end with every row of the newest state, wherever the ones before were cut short', () => {
    const state = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 24 });
    const step = fc.record({ state, frames: fc.nat({ max: 3 }), waits: fc.nat({ max: 120 }) });
    fc.assert(
      fc.property(state, fc.array(step, { maxLength: 8 }), fc.nat({ max: 8 }), (first, steps, begin) => {
        const sight = { first: begin, last: begin + 11 };
        let now = 0;
        let turns = wholeTurn(rowsOf(first), now);
        for (const { state: values, frames, waits } of steps) {
          now += waits;
          turns = beginTurns(turns, rowsOf(values), sight, now);
          for (let frame = 0; frame < frames && isOwed(turns); frame += 1) turns = takeTurn(turns, sight);
          now += frames * FRAME_MS;
        }
        const paths = Array.from({ length: 12 }, (_, place) => drawnRow(turns, begin + place)?.node.path);
        expect(new Set(paths).size).toBe(12);
        for (let frame = 0; isOwed(turns); frame += 1) {
          expect(frame).toBeLessThan(12);
          turns = takeTurn(turns, sight);
        }
        const newest = wholeTurn(rowsOf(steps.at(-1)?.state ?? first), now);
        expect(texts(turns, sight)).toEqual(texts(newest, sight));
      }),
    );
  });

  it('draw a few of many that changed while something moves, the first of them at once', () => {
    const sight = { first: 0, last: 29 };
    const turns = beginTurns(wholeTurn(many(1), 0), many(2), sight, 50);
    expect(texts(turns, sight)).toEqual([...Array(6).fill('2'), ...Array(24).fill('1')]);
    expect(texts(takeTurn(turns, sight), sight)).toEqual([...Array(12).fill('2'), ...Array(18).fill('1')]);
  });

  it('draw all at once what comes after a rest, what changed in few rows, and what has other fields', () => {
    const sight = { first: 0, last: 29 };
    expect(isOwed(beginTurns(wholeTurn(many(1), 0), many(2), sight, 201))).toBe(false);
    const few = rowsOf([...Array(24).fill(1), ...Array(6).fill(2)]);
    expect(isOwed(beginTurns(wholeTurn(many(1), 0), few, sight, 50))).toBe(false);
    expect(isOwed(beginTurns(wholeTurn(many(1), 0), many(2, 31), sight, 50))).toBe(false);
  });

  it('leave rows out of sight to the end, which never counts as a frame of its own', () => {
    const turns = beginTurns(wholeTurn(many(1, 60), 0), many(2, 60), { first: 5, last: 10 }, 50);
    expect(isOwed(turns)).toBe(false);
  });
});
