import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTogether } from './parse-together.ts';
import { MOST_TOGETHER, type TogetherView, writeTogether } from './together-view.ts';

const text = fc.string({ unit: 'grapheme' });

const moment = fc.constantFrom(null, '@81204', '2026-03-03T14:02:11.5Z');

const views: fc.Arbitrary<TogetherView> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  entities: fc.uniqueArray(fc.record({ type: fc.string({ unit: 'grapheme', minLength: 1 }), id: text }), {
    maxLength: MOST_TOGETHER,
    selector: ({ type, id }) => JSON.stringify([type, id]),
  }),
  at: moment,
  a: moment,
  b: moment,
  pane: fc.constantFrom<TogetherView['pane']>('state', 'split', 'unified', 'table', 'raw'),
  axis: fc.constantFrom(null, 'recorded' as const, 'occurred' as const),
  scale: fc.constantFrom('time' as const, 'events' as const),
  zone: fc.constantFrom(null, 'Europe/Berlin'),
});

describe('the URL of several entities', () => {
  it('comes back as it was written, whatever the ids are', () => {
    fc.assert(
      fc.property(views, (view) => {
        const read = parseTogether(new URLSearchParams(writeTogether(view).toString()));
        expect(read).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('names what it could not read: a version, a seventh entity, a name without its type', () => {
    const sevenEntities = [1, 2, 3, 4, 5, 6, 7].map((id) => `e=order/${id}`).join('&');
    const { view, ignored } = parseTogether(new URLSearchParams(`${sevenEntities}&e=order&at=812&axis=up`));
    expect(view.entities).toHaveLength(MOST_TOGETHER);
    expect(view.at).toBeNull();
    expect(ignored).toEqual(['e=order/7', 'e=order', 'axis=up', 'at=812']);
  });

  it('stands at the time of the page that a link came from, where it says no moment of its own', () => {
    const at = (query: string) => parseTogether(new URLSearchParams(query)).view.at;
    expect(at('asof=2026-03-14T12:00:00Z')).toBe('2026-03-14T12:00:00Z');
    expect(at('asof=2026-03-14T12:00:00Z&at=@7')).toBe('@7');
  });

  it('takes an entity once', () => {
    const { view, ignored } = parseTogether(new URLSearchParams('e=order/1&e=order/1'));
    expect(view.entities).toEqual([{ type: 'order', id: '1' }]);
    expect(ignored).toEqual([]);
  });
});
