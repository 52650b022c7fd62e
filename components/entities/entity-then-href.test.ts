import { describe, expect, it } from 'vitest';
import { type AppTime, type EntitiesView, NOW, parseEntitiesView } from '#wire';
import { entityThenHref } from './entity-then-href.ts';

const VIEW: EntitiesView = parseEntitiesView(new URLSearchParams('ns=demo')).view;

const href = (time: Partial<AppTime>, known: number | null = null) =>
  entityThenHref({ ...VIEW, time: { ...NOW, ...time } }, { entityType: 'order', entityId: 'O-1', known });

describe('the way from the list to an entity', () => {
  it('leads to now where the list stands at now, on the axis of the entity', () => {
    expect(href({})).toBe('/entities/order/O-1?ns=demo&v=1');
    expect(href({ axis: 'occurred' })).toBe('/entities/order/O-1?ns=demo&axis=occurred&v=1');
  });

  it('keeps the moment, the axis and the zone', () => {
    expect(href({ asOf: '2026-03-15T00:00:00Z', zone: 'local' })).toBe(
      '/entities/order/O-1?ns=demo&at=2026-03-15T00%3A00%3A00Z&axis=recorded&tz=local&v=1',
    );
    expect(href({ asOf: '@12' })).toBe('/entities/order/O-1?ns=demo&at=%4012&axis=recorded&v=1');
  });

  it('says of a position how much was known, as things happened', () => {
    expect(href({ asOf: '@12', axis: 'occurred' }, 3)).toBe(
      '/entities/order/O-1?ns=demo&axis=occurred&upto=3&v=1',
    );
  });
});
