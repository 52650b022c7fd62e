import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventFilter, type Pane, parseView, type View, writeView } from './view.ts';

const moment = fc.constantFrom(null, '0', '812', '@81204', '2026-03-03T14:02:11.5Z', 'latest');

const path = fc
  .array(fc.string({ unit: 'grapheme' }))
  .map((steps) => steps.map((step) => `/${step}`).join(''));

const filters: fc.Arbitrary<EventFilter> = fc.record({
  types: fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
  actors: fc.array(fc.string({ unit: 'grapheme' })),
  path: fc.option(path),
  text: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
});

const seconds: fc.Arbitrary<Pick<View, 'b' | 'bFollows'>> = fc.oneof(
  moment.map((b) => ({ b, bFollows: false })),
  fc.constant({ b: null, bFollows: true }),
);

const others: fc.Arbitrary<Omit<View, 'b' | 'bFollows'>> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  at: moment,
  a: moment,
  axis: fc.constantFrom(null, 'recorded' as const, 'occurred' as const),
  upTo: fc.option(fc.integer({ min: 1 })),
  scale: fc.constantFrom('time' as const, 'events' as const),
  foldsGaps: fc.boolean(),
  isLive: fc.boolean(),
  pane: fc.constantFrom<Pane>('state', 'field', 'split', 'unified', 'table', 'raw'),
  path: fc.option(path),
  filter: filters,
  ignores: fc.array(path),
  ignoresOrder: fc.boolean(),
  zone: fc.constantFrom(null, 'local', 'Europe/Berlin', 'America/St_Johns'),
});

const views: fc.Arbitrary<View> = fc.tuple(others, seconds).map(([one, second]) => ({ ...one, ...second }));

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
      new URLSearchParams(
        'at=soon&axis=sideways&upto=0&d=hologram&v=9&a=12&tz=Atlantis&path=status&ignore=x&text=',
      ),
    );
    expect(view.at).toBeNull();
    expect(view.a).toBe('12');
    expect(ignored).toEqual([
      'v=9',
      'at=soon',
      'axis=sideways',
      'upto=0',
      'd=hologram',
      'path=status',
      'text=',
      'ignore=x',
      'tz=Atlantis',
    ]);
    fc.assert(
      fc.property(fc.string(), (query) => {
        parseView(new URLSearchParams(query));
      }),
    );
  });

  it('still reads what links said before', () => {
    expect(parseView(new URLSearchParams('d=diff&v=1'))).toMatchObject({
      view: { pane: 'unified' },
      ignored: [],
    });
  });

  it('leaves defaults out', () => {
    const { view } = parseView(new URLSearchParams(''));
    expect(writeView(view).toString()).toBe('');
  });
});
