import { describe, expect, it } from 'vitest';
import { orderText } from '#core';
import { countChanges, countsInWords, visibleChanges } from './visible-changes.ts';

const set = (path: string, after: string) => ({ path, before: null, after });

describe('visibleChanges', () => {
  it('leaves out the marker of an array whose members are listed', () => {
    const changes = [set('/lines', '[]'), set('/lines/0/sku', '"A"'), set('/tags', '[]')];
    expect(visibleChanges(changes).map(({ path }) => path)).toEqual(['/lines/0/sku', '/tags']);
  });

  it('knows a neighbour from a member, and the array at the root', () => {
    const neighbours = [set('/a', '[]'), set('/ab', '1')];
    expect(visibleChanges(neighbours).map(({ path }) => path)).toEqual(['/a', '/ab']);
    expect(visibleChanges([set('', '[]'), set('/0/x', '1')]).map(({ path }) => path)).toEqual(['/0/x']);
  });

  it('tells of a value that became a list, or the other way round, as one change', () => {
    const became = [{ path: '/a', before: '"x"', after: '[]' }, set('/a/0/b', '1')];
    expect(visibleChanges(became).map(({ after }) => after)).toEqual(['[{"b":1}]']);
    const was = [
      { path: '/a', before: '[]', after: '"x"' },
      { path: '/a/0/b', before: '1', after: null },
    ];
    expect(visibleChanges(was).map(({ before }) => before)).toEqual(['[{"b":1}]']);
    const empty = [{ path: '/a', before: '[]', after: '"x"' }];
    expect(visibleChanges(empty).map(({ before }) => before)).toEqual(['[]']);
  });
});

describe('the order of an array that goes by key', () => {
  const order = (...keys: string[]) => orderText({ by: 'sku', keys });
  const ordered = (before: string[], after: string[]) => ({
    path: '/lines',
    before: before.length === 0 ? '[]' : order(...before),
    after: after.length === 0 ? '[]' : order(...after),
  });
  const came = set('/lines/~=C/sku', '"C"');
  const went = { path: '/lines/~=B/sku', before: '"B"', after: null };

  it('is shown in words where elements moved, or came in front', () => {
    expect(visibleChanges([ordered(['A', 'B'], ['B', 'A'])])).toMatchObject([
      { before: '[A, B]', after: '[B, A]' },
    ]);
    const inFront = visibleChanges([ordered(['A'], ['C', 'A']), came]);
    expect(inFront.map(({ path }) => path)).toEqual(['/lines', '/lines/~=C/sku']);
  });

  it('is left out where it says only what came at the end, or went', () => {
    for (const changes of [
      [ordered(['A', 'B'], ['A', 'C']), went, came],
      [ordered([], ['C']), came],
      [ordered(['B'], []), went],
      [set('/lines', order('C')), came],
      [{ path: '/lines', before: order('B'), after: null }, went],
    ]) {
      expect(visibleChanges(changes).map(({ path }) => path)).not.toContain('/lines');
    }
  });

  it('is a list, where it became a value or was one', () => {
    const became = [{ path: '/lines', before: '"x"', after: order('C') }, came];
    expect(visibleChanges(became)[0]).toMatchObject({ before: '"x"', after: '[{"sku":"C"}]' });
  });
});

describe('a value that became an object', () => {
  const became = [
    { path: '/total', before: '12', after: null, by: 1 },
    { ...set('/total/amount', '12'), by: 1 },
    { ...set('/total/currency', '"EUR"'), by: 2 },
  ];

  it('is one change, by whoever it is said to be by', () => {
    const latest = visibleChanges(became, (parts) => parts.at(-1) ?? parts[0]);
    expect(latest).toMatchObject([
      { path: '/total', before: '12', after: '{"amount":12,"currency":"EUR"}', by: 2 },
    ]);
    expect(countsInWords(countChanges(visibleChanges(became)))).toBe('1 field changed');
  });

  it('is no order of keys, whatever its members are called', () => {
    const order = [{ path: '/o', before: '1', after: null }, set('/o/by', '"sku"'), set('/o/keys', '["A"]')];
    expect(visibleChanges(order)).toMatchObject([{ before: '1', after: '{"by":"sku","keys":["A"]}' }]);
  });
});

describe('empty objects', () => {
  const gone = { path: '/o', before: '{}', after: null };

  it('are not said to be removed when they get their first members', () => {
    expect(visibleChanges([gone, set('/o/a', '1')]).map(({ path }) => path)).toEqual(['/o/a']);
  });

  it('are not said to be added when they lost their last members', () => {
    const left = set('/o', '{}');
    const lost = { path: '/o/a', before: '1', after: null };
    expect(visibleChanges([left, lost]).map(({ path }) => path)).toEqual(['/o/a']);
    expect(visibleChanges([left, set('/p', '1')]).map(({ path }) => path)).toEqual(['/o', '/p']);
  });

  it('are said to be removed when they are', () => {
    expect(visibleChanges([gone, set('/p', '1')]).map(({ path }) => path)).toEqual(['/o', '/p']);
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
