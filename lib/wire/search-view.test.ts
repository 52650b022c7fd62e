import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SEARCH_VIEW,
  NARROWEST,
  parseSearchView,
  RESULT_COLUMNS,
  type SearchView,
  WIDEST,
  writeSearchView,
} from './search-view.ts';

const views: fc.Arbitrary<SearchView> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('type:A "late delivery" payload.x>1')),
  asOf: fc.constantFrom(null, '2026-03-14T12:00:00Z', '@81204'),
  axis: fc.constantFrom('recorded' as const, 'occurred' as const),
  sort: fc.constantFrom('recorded' as const, 'occurred' as const, 'position' as const),
  direction: fc.constantFrom('desc' as const, 'asc' as const),
  columns: fc.option(fc.shuffledSubarray([...RESULT_COLUMNS], { minLength: 1 })),
  widths: fc.dictionary(fc.constantFrom(...RESULT_COLUMNS), fc.integer({ min: NARROWEST, max: WIDEST }), {
    noNullPrototype: true,
  }),
  isLive: fc.boolean(),
  row: fc.constantFrom(null, '1773500000000000.812', '-5.1'),
  zone: fc.constantFrom(null, 'local', 'Europe/Berlin'),
});

describe('the URL of the events of a namespace', () => {
  it('comes back as it was written, whatever the query is', () => {
    fc.assert(
      fc.property(views, (view) => {
        const read = parseSearchView(new URLSearchParams(writeSearchView(view).toString()));
        expect(read).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('leaves out what is usual: every event, the newest recorded first', () => {
    expect(writeSearchView(DEFAULT_SEARCH_VIEW).toString()).toBe('');
    expect(parseSearchView(new URLSearchParams())).toEqual({ view: DEFAULT_SEARCH_VIEW, ignored: [] });
    expect(writeSearchView({ ...DEFAULT_SEARCH_VIEW, text: 'a:b c' }).toString()).toBe('q=a%3Ab+c&v=1');
  });

  it('names what it could not read, and keeps a query that is none', () => {
    const bad = 'q=typ:X&axis=up&sort=size&dir=down&cols=type,colour&row=812&tz=Atlantis&v=9';
    const { view, ignored } = parseSearchView(new URLSearchParams(bad));
    expect(view).toEqual({ ...DEFAULT_SEARCH_VIEW, text: 'typ:X' });
    expect(ignored).toEqual([
      'v=9',
      'axis=up',
      'sort=size',
      'dir=down',
      'cols=type,colour',
      'row=812',
      'tz=Atlantis',
    ]);
  });

  it.each(['type:12', 'type:9999', 'type', 'colour:100', 'type:100,type:200', 'type:1e2'])(
    'takes no width such as %s',
    (widths) => {
      expect(parseSearchView(new URLSearchParams({ widths }))).toEqual({
        view: DEFAULT_SEARCH_VIEW,
        ignored: [`widths=${widths}`],
      });
    },
  );

  it('takes no column twice, and no list without one', () => {
    for (const cols of ['type,type', ''])
      expect(parseSearchView(new URLSearchParams({ cols })).ignored).toEqual([`cols=${cols}`]);
  });
});
