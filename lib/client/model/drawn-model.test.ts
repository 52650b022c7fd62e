import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnModel, MOST_DRAWN, type ModelStep, usualShare } from './drawn-model.ts';

const step = (before: string | null, after: string | null, events: number): ModelStep => ({
  ...{ before, after, events, median: null, p95: null, mean: null, backwards: 0, first: null, last: null },
});
const type = (name: string) => ({ type: name, events: 1, starts: 0, ends: 0 });

describe('the drawn part of a model', () => {
  it('and the hidden one are all there is, at any share', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (all, share) => {
        const steps = all.sort((a, b) => b - a).map((events, nth) => step(`t${nth}`, `t${nth + 1}`, events));
        const types = Array.from({ length: all.length + 1 }, (_none, nth) => type(`t${nth}`));
        const drawn = drawnModel({ steps, types }, share);
        expect(drawn.steps.length + drawn.hidden.steps).toBe(steps.length);
        expect(drawn.types.length + drawn.hidden.types).toBe(types.length);
        const shown = drawn.steps.reduce((sum, { events }) => sum + events, 0);
        expect(shown + drawn.hidden.events).toBe(drawn.events);
        expect(drawn.steps.length).toBeGreaterThan(0);
        expect(drawn.steps.length).toBeLessThanOrEqual(MOST_DRAWN);
      }),
    );
  });

  it('is all of a small model, and the most frequent of a large one', () => {
    const steps = Array.from({ length: 100 }, (_none, nth) => step('a', `b${nth}`, 100 - nth));
    expect(usualShare({ steps: steps.slice(0, 10) })).toBe(100);
    expect(usualShare({ steps })).toBe(25);
    const drawn = drawnModel({ steps, types: [type('a')] }, 100);
    expect(drawn.hidden).toMatchObject({ isFull: true, steps: 20 });
  });
});
