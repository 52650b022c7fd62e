import { describe, expect, it } from 'vitest';
import { type EventTypeAnswer, NOW } from '#wire';
import { sortedTypes } from './sorted-types.ts';

const type = (name: string, first: string, last: string, entityType = 'order'): EventTypeAnswer => ({
  ...{
    type: name,
    events: 1,
    entityTypes: [{ entityType, events: 1 }],
    versions: [],
    upcasters: [],
    counts: [],
  },
  ...{ firstRecorded: first, lastRecorded: last, firstOccurred: last, lastOccurred: first },
});
const types = [
  type('Placed', '2026-01-01T00:00:00Z', '2026-03-01T00:00:00.5Z'),
  type('Paid', '2026-01-01T00:00:00.25Z', '2026-03-01T00:00:00Z'),
  type('CartOpened', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 'cart'),
];
const names = (view: Partial<Parameters<typeof sortedTypes>[1]>) =>
  sortedTypes(types, { text: '', sort: 'events', time: NOW, ...view }).map((one) => one.type);

describe('the types of events that are shown', () => {
  it('hold the text in their name or that of an entity type, letters in either case', () => {
    expect(names({ text: 'PA' })).toEqual(['Paid']);
    expect(names({ text: 'cart' })).toEqual(['CartOpened']);
    expect(names({ text: 'order' })).toEqual(['Placed', 'Paid']);
  });

  it('are in the order that is asked for, to the microsecond', () => {
    expect(names({ sort: 'events' })).toEqual(['Placed', 'Paid', 'CartOpened']);
    expect(names({ sort: 'name' })).toEqual(['CartOpened', 'Paid', 'Placed']);
    expect(names({ sort: 'first' })).toEqual(['CartOpened', 'Placed', 'Paid']);
    expect(names({ sort: 'last' })).toEqual(['Placed', 'Paid', 'CartOpened']);
    expect(names({ sort: 'last', time: { ...NOW, axis: 'occurred' } })).toEqual([
      'Paid',
      'Placed',
      'CartOpened',
    ]);
  });
});
