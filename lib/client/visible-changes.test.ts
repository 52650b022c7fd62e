import { describe, expect, it } from 'vitest';
import { countChanges, countsInWords, visibleChanges } from './visible-changes.ts';

const set = (path: string, after: string) => ({ path, before: null, after });

describe('visibleChanges', () => {
  it('leaves out the marker of an array whose members are listed', () => {
    const changes = [set('/lines', '[]'), set('/lines/0/sku', '"A"'), set('/tags', '[]')];
    expect(visibleChanges(changes).map(({ path }) => path)).toEqual(['/lines/0/sku', '/tags']);
  });

  it('knows a neighbour from a member, and the array at the root', () => {
    const neighbours = [set('/a', '[]'), set('/ab', '1')];
    expect(visibleChanges(neighbours)).toEqual(neighbours);
    expect(visibleChanges([set('', '[]'), set('/0/x', '1')]).map(({ path }) => path)).toEqual(['/0/x']);
  });

  it('keeps a marker that replaced a value', () => {
    const changes = [{ path: '/a', before: '"x"', after: '[]' }, set('/a/0/b', '1')];
    expect(visibleChanges(changes)).toEqual(changes);
  });
});

describe('counts in words', () => {
  it.each([
    [[], 'no field changed'],
    [[set('/a', '1')], '1 field added'],
    [
      [
        { path: '/a', before: '1', after: '2' },
        { path: '/b', before: '1', after: '2' },
        set('/c', '1'),
        { path: '/d', before: '1', after: null },
      ],
      '2 fields changed, 1 added, 1 removed',
    ],
  ])('%#', (changes, words) => {
    expect(countsInWords(countChanges(changes))).toBe(words);
  });
});
