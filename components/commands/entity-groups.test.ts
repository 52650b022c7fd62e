import { describe, expect, it } from 'vitest';
import { foundGroup } from './entity-groups.ts';
import { groupOf } from './palette-row.ts';

const entity = (type: string, id: string) => ({ namespace: 'demo', type, id });
const found = (typed: string, ...entities: ReturnType<typeof entity>[]) =>
  foundGroup(
    typed,
    { entities, more: false, looking: false, problem: null },
    'demo',
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
