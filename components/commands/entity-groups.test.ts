import { describe, expect, it } from 'vitest';
import { type AppTime, NOW } from '#wire';
import { eventGroup, foundGroup } from './entity-groups.ts';
import { groupOf } from './palette-row.ts';

const entity = (type: string, id: string) => ({ namespace: 'demo', type, id });
const found = (typed: string, ...entities: ReturnType<typeof entity>[]) =>
  foundGroup(
    typed,
    { entities, more: false, looking: false, problem: null },
    { namespace: 'demo', time: NOW },
    groupOf('Recent', []),
  ).rows.map(({ text, href }) => [text, href]);

describe('foundGroup', () => {
  it('leads to all entities of a type that begins as it was typed, the shortest name first', () => {
    expect(found('Ord', entity('order-line', '1'), entity('order', 'O-1'), entity('order', 'O-2'))).toEqual([
      ['All entities of type order', '/entities?type=order&ns=demo'],
      ['All entities of type order-line', '/entities?type=order-line&ns=demo'],
      expect.arrayContaining([expect.stringContaining('order')]),
      expect.arrayContaining([expect.stringContaining('order')]),
      expect.arrayContaining([expect.stringContaining('order')]),
    ]);
  });

  it('offers no type where only an id answers', () => {
    expect(found('O-1', entity('order', 'O-1'))).toHaveLength(1);
  });
});

describe('from the palette into an entity', () => {
  const NOON = '2026-03-14T12:00:00Z';
  const hrefs = (time: AppTime) => {
    const where = { namespace: 'demo', time };
    const entities = { entities: [entity('order', 'O-1')], more: true, looking: false, problem: null };
    const { rows } = foundGroup('O-1', entities, where, groupOf('Recent', []));
    const event = { entityType: 'order', entityId: 'O-1', version: 2, type: 'Paid', position: '9' };
    const times = { recordedAt: NOON, occurredAt: NOON };
    return [...rows, ...eventGroup([{ ...event, ...times, actor: null, source: 'x' }], where).rows].map(
      ({ href }) => href,
    );
  };

  it('the moment, the axis and the zone go along', () => {
    expect(hrefs({ asOf: NOON, axis: 'occurred', zone: 'Asia/Kolkata' })).toEqual([
      '/entities/order/O-1?ns=demo&at=2026-03-14T12%3A00%3A00Z&axis=occurred&tz=Asia%2FKolkata&v=1',
      '/entities?id=O-1&asof=2026-03-14T12%3A00%3A00Z&axis=occurred&tz=Asia%2FKolkata&ns=demo',
      '/entities/order/O-1?ns=demo&at=2&axis=occurred&tz=Asia%2FKolkata&v=1',
    ]);
  });

  it('no position does as things happened, nor an axis that goes without saying', () => {
    const [then] = hrefs({ asOf: '@812', axis: 'occurred', zone: null });
    expect(then).toBe('/entities/order/O-1?ns=demo&axis=occurred&v=1');
    expect(hrefs(NOW)[0]).toBe('/entities/order/O-1?ns=demo&v=1');
  });
});
