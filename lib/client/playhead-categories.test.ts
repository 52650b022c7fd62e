import { describe, expect, it } from 'vitest';
import { categoriesOf, OTHER_SLOT } from './playhead-categories.ts';

describe('categories', () => {
  it('name the six most frequent types and count the rest together', () => {
    const types = Array.from({ length: 9 }, (_, index) => ({ name: `T${index}`, count: index + 1 }));
    const { slotOf, legend } = categoriesOf(types);
    expect([...slotOf]).toEqual([OTHER_SLOT, OTHER_SLOT, OTHER_SLOT, 5, 4, 3, 2, 1, 0]);
    expect(legend.at(-1)).toEqual({ slot: OTHER_SLOT, name: null, types: 3, events: 6 });
    expect(legend.reduce((sum, { events }) => sum + events, 0)).toBe(45);
  });

  it('keep the order of first appearance between equals', () => {
    expect([
      ...categoriesOf([
        { name: 'z', count: 2 },
        { name: 'a', count: 2 },
      ]).slotOf,
    ]).toEqual([0, 1]);
  });
});
