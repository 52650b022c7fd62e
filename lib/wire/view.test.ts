import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseView, type View, writeView } from './view.ts';

const moment = fc.constantFrom(null, '0', '812', '@81204', '2026-03-03T14:02:11.5Z', 'latest');

const views: fc.Arbitrary<View> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  at: moment,
  a: moment,
  b: moment,
  axis: fc.constantFrom(null, 'recorded' as const, 'occurred' as const),
  upTo: fc.option(fc.integer({ min: 1 })),
  scale: fc.constantFrom('time' as const, 'events' as const),
  pane: fc.constantFrom('state' as const, 'diff' as const),
});

describe('the URL of an entity page', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: read, ignored } = parseView(new URLSearchParams(writeView(view).toString()));
        expect(read).toEqual(view);
        expect(ignored).toEqual([]);
      }),
    );
  });

  it('never throws, and names every part that it could not read', () => {
    const { view, ignored } = parseView(
      new URLSearchParams('at=soon&axis=sideways&upto=0&d=hologram&v=9&a=12'),
    );
    expect(view.at).toBeNull();
    expect(view.a).toBe('12');
    expect(ignored).toEqual(['v=9', 'at=soon', 'axis=sideways', 'upto=0', 'd=hologram']);
    fc.assert(
      fc.property(fc.string(), (query) => {
        parseView(new URLSearchParams(query));
      }),
    );
  });

  it('leaves defaults out', () => {
    const { view } = parseView(new URLSearchParams(''));
    expect(writeView(view).toString()).toBe('');
  });
});
