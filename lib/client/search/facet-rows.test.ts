import { describe, expect, it } from 'vitest';
import { facetRows } from './facet-rows.ts';

describe('the rows of a facet', () => {
  it('are what was counted, with what is chosen of it', () => {
    const counted = [
      { name: 'a', events: 8 },
      { name: null, events: 2 },
    ];
    expect(facetRows(counted, { included: ['a'], excluded: [null, 'z'] })).toEqual([
      { name: 'a', events: 8, choice: 'included', share: 1 },
      { name: null, events: 2, choice: 'excluded', share: 0.25 },
      { name: 'z', events: null, choice: 'excluded', share: 0 },
    ]);
  });

  it('are none where nothing was found', () => {
    expect(facetRows([], { included: [], excluded: [] })).toEqual([]);
  });
});
