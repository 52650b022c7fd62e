import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BECAME,
  type CompareView,
  parseCompareView,
  swappedMoments,
  writeCompareView,
} from './compare-view.ts';

const text = fc.string({ unit: 'grapheme' });
const moment = fc.oneof(
  fc.constantFrom('2026-03-01T00:00:00Z', '@81204', '2h ago'),
  text.map((written) => written.trim()).filter((written) => written !== '' && written !== 'latest'),
);

const views: fc.Arbitrary<CompareView> = fc.record({
  namespace: text.filter((name) => name !== ''),
  from: fc.oneof(fc.constantFrom(null, 'latest'), moment),
  to: fc.option(moment),
  became: fc.constantFrom(null, ...BECAME),
  entityType: fc.option(text),
  after: fc.option(fc.record({ entityType: text, entityId: text })),
  asOf: fc.constantFrom(null, '2026-03-01T00:00:00Z', '@81204'),
  axis: fc.constantFrom('recorded' as const, 'occurred' as const),
  zone: fc.constantFrom(null, 'local', 'Europe/Berlin'),
});

const { view: DEMO } = parseCompareView(new URLSearchParams('ns=demo'));

describe('the URL of two moments', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        const read = parseCompareView(new URLSearchParams(writeCompareView(view).toString()));
        expect(read).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('is the same again when the moments are swapped twice', () => {
    const view = { ...DEMO, from: '2026-03-01T00:00:00Z', to: null };
    expect(swappedMoments(view)).toEqual({ ...view, from: 'latest', to: '2026-03-01T00:00:00Z' });
    fc.assert(
      fc.property(
        views.filter(({ from }) => from !== null),
        (one) => {
          expect(swappedMoments(swappedMoments(one))).toEqual({ ...one, after: null });
        },
      ),
    );
  });

  it('leaves out what is usual, and takes an empty field and now for it', () => {
    const { view } = parseCompareView(new URLSearchParams('from=+&to=latest'));
    expect(view).toMatchObject({ namespace: 'main', from: null, to: null });
    expect(writeCompareView(view).toString()).toBe('');
    expect(writeCompareView({ ...view, from: '@4' }).toString()).toBe('from=%404&v=1');
  });

  it('ends where the app stands, unless something else was chosen', () => {
    const at = (query: string) => parseCompareView(new URLSearchParams(query)).view;
    expect(at('asof=@7&from=@4')).toMatchObject({ from: '@4', to: '@7', asOf: '@7' });
    expect(at('asof=@7&to=@9')).toMatchObject({ to: '@9', asOf: '@7' });
    expect(at('asof=@7&to=latest')).toMatchObject({ to: null, asOf: '@7' });
    // What follows the app stays out of the address, so that another time of the app is another end.
    expect(writeCompareView(at('asof=@7&to=@7')).toString()).toBe('asof=%407&v=1');
    expect(writeCompareView(at('asof=@7&to=latest')).get('to')).toBe('latest');
  });

  it('names what it could not read, and takes half a place for none', () => {
    const { view, ignored } = parseCompareView(
      new URLSearchParams('from=soon&became=better&tz=Atlantis&v=9&afterType=order'),
    );
    expect(ignored).toEqual(['v=9', 'tz=Atlantis', 'became=better']);
    expect(view).toMatchObject({ from: 'soon', became: null, after: null, zone: null });
  });
});
