import { describe, expect, it } from 'vitest';
import { Shape } from './shape.ts';
import { mayHave, shapePaths } from './shape-paths.ts';

const steps = (...all: (string | null)[]) => ({ steps: all });

describe('the paths of a shape', () => {
  it('are its places, with a star for what goes by index and not for a name', () => {
    const shape = new Shape();
    shape.add({ id: 1, items: [{ sku: 'A', 'a/b': [] }], '*': { '~': null } }, 1);
    expect(shapePaths(shape)).toEqual([
      steps('id'),
      steps('items'),
      steps('items', null),
      steps('items', null, 'sku'),
      steps('items', null, 'a~1b'),
      steps('*'),
      steps('*', '~0'),
    ]);
  });

  it('lead to where somebody asks, by index or by star', () => {
    const place = steps('items', null, 'sku');
    expect(mayHave(place, steps('items', '0', 'sku'))).toBe(true);
    expect(mayHave(place, steps(null, null, null))).toBe(true);
    expect(mayHave(place, steps('items', null, 'id'))).toBe(false);
    expect(mayHave(place, steps('items', null))).toBe(false);
  });
});
