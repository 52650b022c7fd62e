import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '#client/replay/compare-moments';
import { changesBetween, checkedPlaces, type Json, type KeyPlaces, leavesOf, stateText } from '#core';
import { DECLARED_KEYS, keyedStateArbitrary, stateArbitrary } from '#testing';
import { type DiffNode, ignorablePath } from './diff-node.ts';
import { type DiffRow, diffRows, NOTHING_FOLDED } from './diff-rows.ts';
import { diffTree } from './diff-tree.ts';

const NO_RULES = { ignores: [], ignoresOrder: false };
const PLACES = checkedPlaces(DECLARED_KEYS);
const absent = fc.constant(undefined);
const pairs = fc.oneof(
  fc.tuple(fc.oneof(stateArbitrary, absent), fc.oneof(stateArbitrary, absent), fc.constant(null)),
  fc.tuple(keyedStateArbitrary, keyedStateArbitrary, fc.constant(PLACES)),
);

function comparisonOf(before: Json | undefined, after: Json | undefined, keys: KeyPlaces | null): Comparison {
  const entries = changesBetween(before, after, keys).map((change) => ({
    ...change,
    ordinal: 2,
    setBefore: change.before === null ? null : 1,
    setAfter: 2,
  }));
  const changed = new Set(entries.map(({ path }) => path));
  const unchanged = leavesOf(after, keys).filter(({ path }) => !changed.has(path));
  return { entries, unchanged: unchanged.map((leaf) => ({ ...leaf, ordinal: 1 })) };
}

describe('diffTree', () => {
  it('holds the documents of both sides', () => {
    fc.assert(
      fc.property(pairs, ([before, after, keys]) => {
        const { root } = diffTree(comparisonOf(before, after, keys), NO_RULES);
        expect(root === null ? null : textOf(root, 'before')).toBe(stateText(leavesOf(before, keys)));
        expect(root === null ? null : textOf(root, 'after')).toBe(stateText(leavesOf(after, keys)));
      }),
    );
  });

  it('has a node for every difference that is shown, whatever is left out', () => {
    const ruled = fc.tuple(pairs, fc.constantFrom('/a', '/b', '/a/0', ''), fc.boolean());
    fc.assert(
      fc.property(ruled, ([[before, after, keys], path, ignoresOrder]) => {
        const comparison = comparisonOf(before, after, keys);
        const all = diffTree(comparison, NO_RULES);
        const some = diffTree(comparison, { ignores: [path], ignoresOrder });
        expect(all.hidden).toEqual([]);
        expect(some.shown.length + some.hidden.length).toBe(all.shown.length);
        for (const { root, shown, hidden } of [all, some]) {
          const entries = nodesOf(root).flatMap(({ entry }) => (entry === null ? [] : [entry.path]));
          expect(entries.sort()).toEqual(shown.map((entry) => entry.path).sort());
          expect([root?.changes ?? 0, root?.hidden ?? 0]).toEqual([shown.length, hidden.length]);
        }
      }),
    );
  });

  it('counts lines from the one that is drawn first', () => {
    fc.assert(
      fc.property(pairs, ([before, after, keys]) => {
        const { root, firstLine, lines } = diffTree(comparisonOf(before, after, keys), NO_RULES);
        const rows = diffRows(root, { ...NOTHING_FOLDED, showsAll: true });
        const [first] = rows;
        if (first !== undefined) expect(first.kind === 'node' ? first.node.line : first.line).toBe(firstLine);
        expect(lines - firstLine).toBeGreaterThanOrEqual(rows.length);
      }),
    );
    expect(diffTree(comparisonOf({ a: 1 }, { a: 2 }, null), NO_RULES)).toMatchObject({
      firstLine: 1,
      lines: 2,
    });
  });

  it('says of an object that lost its last member what it lost, and nothing of its order', () => {
    const { root, shown } = diffTree(comparisonOf({ o: { a: 1 } }, { o: {} }, null), NO_RULES);
    expect(shown.map(({ path }) => path)).toEqual(['/o/a']);
    expect(root?.children[0]).toMatchObject({ path: '/o', status: 'same', entry: null });
  });

  it('leaves out the whole of what became another kind of value, asked on any of its members', () => {
    const comparison = comparisonOf({ total: 12, a: 1 }, { total: { amount: 12 }, a: 2 }, null);
    const { root, shown } = diffTree(comparison, NO_RULES);
    const member = nodesOf(root).find(({ path }) => path === '/total/amount');
    const plain = nodesOf(root).find(({ path }) => path === '/a');
    if (member === undefined || plain === undefined) throw new Error('The tree lacks a node.');
    const ignores = [ignorablePath(member, shown)];
    expect(ignores).toEqual(['/total']);
    expect(diffTree(comparison, { ...NO_RULES, ignores }).hidden.map(({ path }) => path)).toEqual(['/total']);
    expect(ignorablePath(plain, shown)).toBe('/a');
  });

  it('says of an element that moved where it stood, and does not remove it', () => {
    const lines = (...ids: string[]) => ({ a: ids.map((id) => ({ id, v: 1 })) });
    const { root, shown } = diffTree(
      comparisonOf(lines('x', 'y', 'z'), lines('z', 'x', 'y'), PLACES),
      NO_RULES,
    );
    const elements = root?.children[0]?.children ?? [];
    expect(elements.map(({ key, status, move }) => [key, status, move])).toEqual([
      ['z', 'same', { from: 3, to: 1 }],
      ['x', 'same', null],
      ['y', 'same', null],
    ]);
    expect(shown.map(({ path }) => path)).toEqual(['/a']);
  });
});

describe('a value that became an object', () => {
  const comparison = comparisonOf({ total: 12 }, { total: { amount: 12, currency: 'EUR' } }, null);

  it('is one difference, with what came in its place in sight', () => {
    const { root, shown } = diffTree(comparison, NO_RULES);
    expect(shown).toMatchObject([{ path: '/total', before: '12', after: '{"amount":12,"currency":"EUR"}' }]);
    const rows = diffRows(root, NOTHING_FOLDED).flatMap((row) => (row.kind === 'node' ? [row.node] : []));
    expect(rows.map(({ path, status, entry }) => [path, status, entry !== null])).toEqual([
      ['/total', 'changed', true],
      ['/total/amount', 'added', false],
      ['/total/currency', 'added', false],
    ]);
  });

  it('is left out with all that came in its place', () => {
    const { root, shown, hidden } = diffTree(comparison, { ignores: ['/total'], ignoresOrder: false });
    expect([shown.length, hidden.length]).toEqual([0, 1]);
    expect(nodesOf(root).map(({ status }) => status)).not.toContain('added');
  });
});

describe('diffRows', () => {
  it('never folds a difference away, and tells of every field that it folds', () => {
    fc.assert(
      fc.property(pairs, ([before, after, keys]) => {
        const { root, shown } = diffTree(comparisonOf(before, after, keys), NO_RULES);
        const rows = diffRows(root, NOTHING_FOLDED);
        const seen = rows.flatMap((row) =>
          row.kind === 'node' && row.node.entry !== null ? [row.node.path] : [],
        );
        expect(seen.sort()).toEqual(shown.map(({ path }) => path).sort());
        expect(rows.reduce((sum, row) => sum + fieldsOf(row), 0)).toBe(root?.fields ?? 0);
      }),
    );
  });

  it('folds what is alike between two differences, and unfolds it as far as it is asked to', () => {
    const state = (n: number) =>
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index + 10}`, index === 10 ? n : 0]));
    const { root } = diffTree(comparisonOf(state(1), state(2), null), NO_RULES);
    const rows = diffRows(root, NOTHING_FOLDED);
    expect(rows.map((row) => (row.kind === 'gap' ? `${row.fields} folded` : row.node.key))).toEqual([
      '8 folded',
      'k18',
      'k19',
      'k20',
      'k21',
      'k22',
      '7 folded',
    ]);
    const revealed = new Map([[rows[0]?.key ?? '', 10]]);
    const opened = diffRows(root, { ...NOTHING_FOLDED, revealed });
    expect(opened.map(({ key }) => key)).toContain('node /k10');
    expect(opened.find(({ kind }) => kind === 'gap')).toMatchObject({ left: 0, revealed: 8 });
  });
});

/** Fields that stand in a row, or that a row stands for. */
function fieldsOf(row: DiffRow): number {
  if (row.kind === 'gap') return row.fields;
  return row.expanded === true ? 0 : row.node.fields;
}

function nodesOf(root: DiffNode | null): readonly DiffNode[] {
  return root === null ? [] : [root, ...root.children.flatMap(nodesOf)];
}

/** The document of one side as JSON text; null: absent. */
function textOf(node: DiffNode, side: 'before' | 'after'): string | null {
  const own = node[side];
  if (own === null) return null;
  if (own.text !== null) return own.text;
  const there = node.children.filter((child) => child[side] !== null);
  if (own.kind === 'object') {
    const members = there.map((child) => `${JSON.stringify(child.key)}:${textOf(child, side)}`);
    return `{${members.join(',')}}`;
  }
  const elements = side === 'after' ? [...there] : there.filter(({ move }) => move === null);
  const moved = side === 'after' ? [] : there.filter(({ move }) => move !== null);
  moved.sort((one, other) => (one.move?.from ?? 0) - (other.move?.from ?? 0));
  for (const child of moved) elements.splice((child.move?.from ?? 1) - 1, 0, child);
  return `[${elements.map((child) => textOf(child, side)).join(',')}]`;
}
