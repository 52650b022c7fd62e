import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFoundPlace } from './found-cursor.ts';
import { parseSequenceView, writeSequenceView } from './sequence-view.ts';

const viewArbitrary = fc.record({
  namespace: fc.string(),
  text: fc.string().map((text) => text.trim()),
  reached: fc.option(fc.integer({ min: 1, max: 99 })),
  after: fc.option(
    fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
      .map(([at, position]) => encodeFoundPlace({ at, position })),
  ),
  time: fc.record({
    asOf: fc.option(fc.constantFrom('2026-03-14T12:00:00Z', '@81204')),
    axis: fc.constantFrom('recorded' as const, 'occurred' as const),
    zone: fc.option(fc.constantFrom('local', 'Europe/Oslo', 'Asia/Tokyo')),
  }),
});

describe('the address of a sequence', () => {
  it('reads back as the view that it was written from', () => {
    fc.assert(
      fc.property(viewArbitrary, (view) => {
        const written = new URLSearchParams(writeSequenceView(view).toString());
        expect(parseSequenceView(written)).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('names what it cannot read', () => {
    const params = new URLSearchParams('q=A&reached=0&after=x&tz=Nowhere/Land&v=9');
    expect(parseSequenceView(params).ignored).toEqual(['tz=Nowhere/Land', 'v=9', 'reached=0', 'after=x']);
  });
});
