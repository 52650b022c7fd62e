import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysWalk, rowsWalk, type Walk } from './walk.ts';

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** All that the arrows reach from where Tab comes to. */
function reached(walk: Walk): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = walk.begin === null ? [] : [walk.begin];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const key of ARROWS) {
      const next = walk.to(key, at) ?? null;
      if (next !== null) open.push(next);
    }
  }
  return seen;
}

describe('the walk over links in rows', () => {
  it('reaches each of them, and Home and End its ends', () => {
    const cells = fc.array(fc.array(fc.boolean(), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(cells, (filled) => {
        const rows = filled.map((row, y) => row.map((is, x) => (is ? `${x} of ${y}` : null)));
        const all = rows.flat().filter((stop) => stop !== null);
        const walk = rowsWalk(rows);
        expect([...reached(walk)].sort()).toEqual(all.toSorted());
        expect(all.every((stop) => walk.has(stop))).toBe(true);
        expect(walk.begin).toBe(all[0] ?? null);
        for (const stop of all) {
          expect(walk.to('Home', stop)).toBe(all[0]);
          expect(walk.to('End', stop)).toBe(all.at(-1));
          expect(walk.to('Enter', stop)).toBeUndefined();
        }
      }),
    );
  });

  it('stays in its column as far as there is one, and does not leave the table', () => {
    const walk = rowsWalk([
      ['a0', 'a1', 'a2'],
      [null, 'b1', null],
      [null, null, null],
      ['d0', null, 'd2'],
    ]);
    expect(walk.to('ArrowDown', 'a1')).toBe('b1');
    expect(walk.to('ArrowDown', 'a0')).toBe('b1');
    expect(walk.to('ArrowDown', 'b1')).toBe('d0');
    expect(walk.to('ArrowRight', 'd0')).toBe('d2');
    for (const [key, stop] of [
      ['ArrowUp', 'a1'],
      ['ArrowLeft', 'a0'],
      ['ArrowRight', 'a2'],
      ['ArrowDown', 'd2'],
    ] as const)
      expect(walk.to(key, stop)).toBeNull();
    expect(walk.has('e0')).toBe(false);
  });
});

describe('the walk over days', () => {
  it('goes by days and weeks, from the newest on', () => {
    const day = (nth: number) => ({ day: nth, events: 1, fields: 1, level: 1, times: { from: 0n, to: 1n } });
    const walk = daysWalk([
      [null, null, day(6), day(7), day(8), day(9), day(10)],
      [day(11), day(12), day(13), day(14), null, null, null],
    ]);
    expect(walk.begin).toBe('14');
    expect(walk.to('ArrowUp', '11')).toBe('10');
    expect(walk.to('ArrowRight', '6')).toBe('13');
    expect(walk.to('ArrowRight', '8')).toBeNull();
    expect(walk.to('ArrowLeft', '11')).toBeNull();
    expect([walk.to('Home', '9'), walk.to('End', '9')]).toEqual(['6', '14']);
    expect([walk.has('6'), walk.has('5')]).toEqual([true, false]);
    expect(reached(walk).size).toBe(9);
  });
});
