import { describe, expect, it } from 'vitest';
import { orderText } from '#core';
import { buildStateTree, type StateNode } from './state-tree.ts';
import { markedPlaces, nextPlace, openDepthOf, treeRows } from './tree-rows.ts';
import { searchPattern } from './tree-search.ts';

const leaf = (path: string, text: string, ordinal = 1) => ({ path, text, ordinal });
const open = {
  folds: new Map<string, boolean>(),
  openDepth: Number.POSITIVE_INFINITY,
  pattern: null,
  changedOnly: false,
};

function outline(node: StateNode | null): unknown {
  if (node === null) return null;
  const name = `${node.key}${node.kind === 'array' ? '[]' : ''}${node.ghost ? ' gone' : ''}`;
  if (node.children.length === 0) return `${name}=${node.text}`;
  return { [name]: node.children.map(outline) };
}

describe('buildStateTree', () => {
  it('tells a member of an array from a key of an object by the marker', () => {
    const tree = buildStateTree([leaf('/a', '[]'), leaf('/a/0/x', '1'), leaf('/o/0/x', '1')], []);
    expect(outline(tree)).toEqual({ '': [{ 'a[]': [{ '0': ['x=1'] }] }, { o: [{ '0': ['x=1'] }] }] });
  });

  it('orders members by number and keys by UTF-16', () => {
    const leaves = ['/m', '/m/0/x', '/m/10/x', '/m/2/x'].map((path) =>
      leaf(path, path === '/m' ? '[]' : '1'),
    );
    const array = buildStateTree(leaves, [])?.children[0];
    expect(array?.children.map(({ key }) => key)).toEqual(['0', '2', '10']);
    const keys = buildStateTree([leaf('/~1', '1'), leaf('/-', '1'), leaf('/Z', '1')], []);
    expect(keys?.children.map(({ key }) => key)).toEqual(['-', '/', 'Z']);
  });

  it('keeps empty containers, scalar roots and __proto__', () => {
    expect(outline(buildStateTree([leaf('', 'null')], []))).toBe('=null');
    expect(outline(buildStateTree([leaf('', '[]')], []))).toBe('[]=[]');
    const tree = buildStateTree([leaf('/__proto__/x', '1'), leaf('/e', '{}')], []);
    expect(tree?.children.map(({ key, text }) => [key, text])).toEqual([
      ['__proto__', null],
      ['e', '{}'],
    ]);
  });

  it('marks what an object lost, and not the object, which is there as before', () => {
    const tree = buildStateTree(
      [leaf('/o', '{}', 2)],
      [
        { path: '/o', before: null, after: '{}' },
        { path: '/o/a', before: '1', after: null },
      ],
    );
    expect(outline(tree)).toEqual({ '': [{ o: ['a gone=1'] }] });
    expect(tree?.children[0]?.change).toBeNull();
    expect(tree?.changedBelow).toBe(true);
  });

  it('has the elements of an array that goes by key in its order, and removed ones where they were', () => {
    const order = (...keys: string[]) => orderText({ by: 'sku', keys });
    const leaves = ['C', 'A', 'D'].map((key) => leaf(`/l/~=${key}/sku`, `"${key}"`));
    const changes = [
      { path: '/l', before: order('X', 'A', 'Y', 'Z', 'C'), after: order('C', 'A', 'D') },
      ...['X', 'Y', 'Z'].map((key) => ({ path: `/l/~=${key}/sku`, before: `"${key}"`, after: null })),
    ];
    const tree = buildStateTree([leaf('/l', order('C', 'A', 'D')), ...leaves], changes);
    const list = tree?.children[0];
    expect(list?.children.map(({ key, ghost }) => (ghost ? `(${key})` : key))).toEqual([
      '(X)',
      'C',
      'A',
      '(Y)',
      '(Z)',
      'D',
    ]);
    expect([list?.kind, list?.text]).toEqual(['array', null]);
    expect(list?.change).toMatchObject({ before: '[X, A, Y, Z, C]', after: '[C, A, D]' });
    const gone = buildStateTree(
      [leaf('/o', '1')],
      [
        { path: '/l', before: order('A'), after: null },
        { path: '/l/~=A/sku', before: '"A"', after: null },
      ],
    );
    expect(outline(gone)).toEqual({ '': [{ 'l[] gone': [{ 'A gone': ['sku gone="A"'] }] }, 'o=1'] });
  });

  it('says the order of an array in words too where it goes by index from here on', () => {
    const order = orderText({ by: 'sku', keys: ['A', 'B'] });
    const changes = [
      { path: '/l', before: order, after: '[]' },
      { path: '/l/0/sku', before: null, after: '"A"' },
      { path: '/l/~=A/sku', before: '"A"', after: null },
    ];
    const tree = buildStateTree([leaf('/l', '[]'), leaf('/l/0/sku', '"A"')], changes);
    expect(tree?.children[0]?.change?.before).toBe('[A, B]');
  });

  it('shows what the event removed where it was', () => {
    const tree = buildStateTree([leaf('/a', '1')], [{ path: '/b/c', before: '"x"', after: null }]);
    expect(outline(tree)).toEqual({ '': ['a=1', { 'b gone': ['c gone="x"'] }] });
  });

  it('does not bury an empty object that got members', () => {
    const changes = [
      { path: '/o', before: '{}', after: null },
      { path: '/o/a', before: null, after: '1' },
    ];
    expect(outline(buildStateTree([leaf('/o/a', '1')], changes))).toEqual({ '': [{ o: ['a=1'] }] });
  });

  it('shows what an object was that became a string, and does not say it twice', () => {
    const changes = [
      { path: '/a', before: null, after: '"s"' },
      { path: '/a/b', before: '1', after: null },
    ];
    const rows = treeRows(buildStateTree([leaf('/a', '"s"')], changes), open);
    expect(rows.map(({ node }) => [node.key, node.text, node.ghost])).toEqual([['a', '"s"', false]]);
    expect(rows[0]?.node.change).toMatchObject({ before: '{"b":1}', after: '"s"' });
  });

  it('shows what a string was that became an object, and marks its members', () => {
    const changes = [
      { path: '/a', before: '"s"', after: null },
      { path: '/a/b', before: null, after: '1' },
    ];
    const rows = treeRows(buildStateTree([leaf('/a/b', '1')], changes), { ...open, changedOnly: true });
    expect(rows.map(({ node }) => [node.key, node.change?.before, node.change?.after])).toEqual([
      ['a', '"s"', '{"b":1}'],
      ['b', null, '1'],
    ]);
  });
});

describe('treeRows', () => {
  const root = buildStateTree([leaf('/a/b', '"needle"'), leaf('/a/c', '1'), leaf('/d', '2')], []);

  it('numbers siblings and folds', () => {
    expect(treeRows(root, open).map((row) => [row.node.key, row.level, row.position, row.siblings])).toEqual([
      ['a', 1, 1, 2],
      ['b', 2, 1, 2],
      ['c', 2, 2, 2],
      ['d', 1, 2, 2],
    ]);
    const folded = treeRows(root, { ...open, folds: new Map([['/a', false]]) });
    expect(folded.map((row) => [row.node.key, row.expanded])).toEqual([
      ['a', false],
      ['d', null],
    ]);
  });

  it('finds inside folded branches', () => {
    const rows = treeRows(root, {
      ...open,
      folds: new Map([['/a', false]]),
      pattern: searchPattern('NEEDLE'),
    });
    expect(rows.map((row) => [row.node.key, row.matches])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('shows only what the event changed and what that lies in', () => {
    const changes = [
      { path: '/a/c', before: '0', after: '1' },
      { path: '/gone', before: '1', after: null },
    ];
    const changed = buildStateTree([leaf('/a/b', '0'), leaf('/a/c', '1'), leaf('/d', '2')], changes);
    const rows = treeRows(changed, { ...open, changedOnly: true });
    expect(rows.map((row) => row.node.path)).toEqual(['/a', '/a/c', '/gone']);
    const places = markedPlaces(rows, ({ node }) => node.change !== null);
    expect(places).toEqual([1, 2]);
    expect([nextPlace(places, 1, 1), nextPlace(places, 2, 1), nextPlace(places, 1, -1)]).toEqual([2, 1, 2]);
  });

  it('opens only the first levels of a huge state, until the reader opens more', () => {
    const leaves = Array.from({ length: 9_000 }, (_, index) => leaf(`/g${index % 9}/k${index}`, '1'));
    const huge = buildStateTree(leaves, []);
    const openDepth = openDepthOf(huge);
    expect(treeRows(huge, { ...open, openDepth })).toHaveLength(9);
    expect(treeRows(huge, { ...open, openDepth, folds: new Map([['/g3', true]]) })).toHaveLength(1_009);
    expect(openDepthOf(root)).toBe(Number.POSITIVE_INFINITY);
  });
});
