import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_LABELS } from '#client/wording/labels';
import { wordingOf } from '#client/wording/wording';
import type { Change, Leaf } from '#core';
import { shownText } from './shown-text.ts';
import { sketchOf } from './sketch.ts';
import { buildStateTree } from './state-tree.ts';
import { treeRows } from './tree-rows.ts';

const developer = wordingOf('developer', NO_LABELS);
const everything = {
  folds: new Map<string, boolean>(),
  openDepth: Number.POSITIVE_INFINITY,
  pattern: null,
  changedOnly: false,
};
const rowsOf = (leaves: readonly Leaf[], changes: readonly Change[] = []) =>
  treeRows(buildStateTree(leaves, changes), everything);
const leaf = (path: string, text: string): Leaf => ({ path, text, ordinal: 1 });

const paths = fc.constantFrom('/a', '/a/b', '/a/c', '/l', '/l/0/x', '/l/1/x', '/z');
const texts = fc.oneof(
  fc.constantFrom('1', '2', '"x"', '"y"', 'null', 'true', '[]', '{}', '["b"]', '"\u202e"'),
  fc.string().map((text) => JSON.stringify(text)),
);
const states = fc
  .dictionary(paths, texts)
  .map((state) => Object.entries(state).map(([path, text]) => leaf(path, text)));
/** Two states that often have the same fields. */
const pairs = fc.oneof(
  fc.tuple(states, states),
  states.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.tuple(
        ...one.map(({ path, text }) => fc.oneof(fc.constant(text), texts).map((other) => leaf(path, other))),
      ),
    ),
  ),
);

describe('a moment that is sketched into rows', () => {
  it('shows in each of them what drawing it out would show', () => {
    let sketched = 0;
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const rows = rowsOf(before);
        const sketches = sketchOf(rows, before, { leaves: after, changes: [] }, developer);
        if (sketches === null) return;
        sketched += 1;
        const shown = sketches.map(({ row, value }) => [
          row.node.path,
          row.expanded,
          value ?? shownText(row.node, developer),
        ]);
        const wanted = rowsOf(after).map(({ node, expanded }) => [
          node.path,
          expanded,
          shownText(node, developer),
        ]);
        expect(shown).toEqual(wanted);
      }),
    );
    expect(sketched).toBeGreaterThan(10);
  });

  const before = [leaf('/a', '1'), leaf('/l', '[]'), leaf('/l/0/x', '"one"')];
  const rows = rowsOf(before);
  const isSketched = (leaves: readonly Leaf[]) =>
    sketchOf(rows, before, { leaves, changes: [] }, developer) !== null;

  it.each([
    ['another number', [leaf('/a', '2'), leaf('/l', '[]'), leaf('/l/0/x', '"one"')]],
    ['another word', [leaf('/a', '1'), leaf('/l', '[]'), leaf('/l/0/x', '"two"')]],
    ['what is drawn', before],
  ])('is %s', (_, leaves) => expect(isSketched(leaves)).toBe(true));

  it.each([
    ['one field more', [...before, leaf('/z', '1')]],
    ['one field less', before.slice(0, 2)],
    ['a value of another kind', [leaf('/a', 'null'), ...before.slice(1)]],
    ['another container', [leaf('/a', '1'), leaf('/l', '{}'), leaf('/l/0/x', '"one"')]],
    [
      'a character that is shown by its name',
      [leaf('/a', '1'), leaf('/l', '[]'), leaf('/l/0/x', '"\u202e"')],
    ],
    ['a text that is cut', [leaf('/a', '1'), leaf('/l', '[]'), leaf('/l/0/x', `"${'x'.repeat(500)}"`)]],
  ])('is drawn out where it has %s', (_, leaves) => expect(isSketched(leaves)).toBe(false));

  it('is drawn out where a text that is cut is in the rows', () => {
    const long = [leaf('/a', `"${'x'.repeat(500)}"`)];
    expect(sketchOf(rowsOf(long), long, { leaves: [leaf('/a', '"x"')], changes: [] }, developer)).toBe(null);
  });

  it('leaves a text as it was drawn that is the same, however it is shown', () => {
    const odd = [leaf('/a', '"\u202e"'), leaf('/z', '1')];
    const sketches = sketchOf(
      rowsOf(odd),
      odd,
      { leaves: [leaf('/a', '"\u202e"'), leaf('/z', '2')], changes: [] },
      developer,
    );
    expect(sketches?.map(({ value }) => value)).toEqual([null, '2']);
  });

  it('marks what its event changed, and leaves out what the one that is drawn removed', () => {
    const gone = { path: '/b', before: '7', after: null };
    const drawn = rowsOf(before, [gone]);
    expect(drawn.map(({ node }) => node.path)).toContain('/b');
    const next = { leaves: before, changes: [{ path: '/a', before: '0', after: '1' }] };
    const sketches = sketchOf(drawn, before, next, developer) ?? [];
    expect(sketches.map(({ row, isChanged }) => [row.node.path, isChanged])).toEqual([
      ['/a', true],
      ['/l', false],
      ['/l/0', false],
      ['/l/0/x', false],
    ]);
  });
});
