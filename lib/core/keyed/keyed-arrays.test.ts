import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  builtInProjection,
  canonicalText,
  type DeclaredKey,
  Fold,
  formatPath,
  isElementKey,
  isJsonArray,
  isJsonObject,
  type Json,
  jsonOfLeaves,
  type LeafText,
  LIMITS,
  noUpcasters,
  orderText,
  type PathStep,
  type Projection,
  stateText,
} from '#core';
import { DECLARED_KEYS, keyedStateArbitrary, storedEvent, streamOf } from '#testing';

describe('a fold with declared keys', () => {
  it('has after every event the leaves that the definition has, and marks what lost its key', () => {
    fc.assert(
      fc.property(fc.array(keyedStateArbitrary, { maxLength: 8 }), (states) => {
        const fold = foldBy(DECLARED_KEYS);
        let byIndex = new Set<string>();
        let leaves: readonly LeafText[] = [];
        for (const state of states) {
          const expected = leavesAsDefined(state, byIndex);
          const step = fold.step(storedEvent({ payload: canonicalText(state) }));
          expect(step.mark?.kind).toBe(expected.lost.length > 0 ? 'keyLost' : undefined);
          leaves = applied(leaves, step.changes);
          expect(leaves).toEqual(expected.leaves);
          expect(stateText(leaves)).toBe(canonicalText(state));
          expect(jsonOfLeaves(leaves)).toEqual(state);
          byIndex = expected.byIndex;
        }
      }),
      { numRuns: 600 },
    );
  });

  it('says an insertion in front as the new element and the new order', () => {
    const changes = changesOf(
      [['/lines', 'sku']],
      '{"lines":[{"sku":"A","n":1}]}',
      '{"lines":[{"sku":"B","n":2},{"sku":"A","n":1}]}',
    );
    expect(changes).toEqual([
      { path: '/lines', before: '{"by":"sku","keys":["A"]}', after: '{"by":"sku","keys":["B","A"]}' },
      { path: '/lines/~=B/n', before: null, after: '2' },
      { path: '/lines/~=B/sku', before: null, after: '"B"' },
    ]);
  });

  it('says a move as the new order and nothing else', () => {
    const changes = changesOf(
      [['/lines', 'sku']],
      '{"lines":[{"sku":1.10,"n":1},{"sku":"1.10"}]}',
      '{"lines":[{"sku":"1.10"},{"sku":1.10,"n":1}]}',
    );
    expect(changes).toEqual([
      {
        path: '/lines',
        before: '{"by":"sku","keys":[1.10,"1.10"]}',
        after: '{"by":"sku","keys":["1.10",1.10]}',
      },
    ]);
  });

  it.each([
    ['a repeated key', '[{"sku":"A"},{"sku":"A"}]', 'two elements have the "sku" "A"'],
    ['a missing key', '[{"sku":"A"},{"n":1}]', 'element 2 has no "sku"'],
    [
      'a key of another kind',
      '[{"sku":null}]',
      'the "sku" of element 1 is neither text, a number nor a boolean',
    ],
    ['an element that is no object', '["A"]', 'element 1 is not an object'],
  ])('marks %s, and goes by index until the array is empty', (_what, lines, why) => {
    const steps = folded(
      [['/lines', 'sku']],
      [
        `{"lines":${lines}}`,
        '{"lines":[{"sku":"A"},{"sku":"B"}]}',
        '{"lines":[]}',
        '{"lines":[{"sku":"B"}]}',
      ],
    );
    expect(steps.map(({ mark }) => mark)).toEqual([
      { kind: 'keyLost', message: `The array at "/lines" goes by index from here on, for ${why}.` },
      null,
      null,
      null,
    ]);
    expect(steps[1]?.changes.every(({ path }) => /^\/lines(\/\d.*)?$/.test(path))).toBe(true);
    expect(steps[3]?.changes.map(({ path }) => path)).toEqual(['/lines', '/lines/~=B/sku']);
  });

  it('counts further arrays that lost their keys, and says beside it that a number was rounded', () => {
    const literalLost = { kind: 'literalLost', message: 'Rounded.' } as const;
    const projection: Projection = {
      ...builtInProjection('replace', [['/*', 'id']]),
      evolve: (_state, { document }) => ({ state: document, mark: literalLost }),
    };
    const step = new Fold(projection, noUpcasters).step(storedEvent({ payload: '{"a":[1],"b":[2]}' }));
    expect(step.mark?.kind).toBe('keyLost');
    expect(step.mark?.message).toMatch(/^The array at "\/a" .*\. So do 1 more\. Rounded\.$/);
  });

  it('loses no key by a state that is refused', () => {
    const states: Json[] = [
      { a: [{ id: 1 }] },
      { a: [{ id: 1 }, { id: 1 }], b: nested(LIMITS.stateDepth + 1) },
      { a: [{ id: 1 }, { id: 2 }] },
    ];
    const projection: Projection = {
      ...builtInProjection('replace', [['/a', 'id']]),
      evolve: (_state, { version }) => ({ state: states[version - 1], mark: null }),
    };
    const fold = new Fold(projection, noUpcasters);
    const steps = streamOf('1', '2', '3').map((event) => fold.step(event));
    expect(steps.map(({ mark }) => mark?.kind)).toEqual([undefined, 'foldError', undefined]);
    expect(steps[2]?.changes.map(({ path }) => path)).toEqual(['/a', '/a/~:2/id']);
  });
});

function nested(depth: number): Json {
  return depth === 0 ? 1 : { x: nested(depth - 1) };
}

/** The definition, word by word, and as slow as it may be. */
function leavesAsDefined(state: Json, byIndexBefore: ReadonlySet<string>) {
  const leaves: LeafText[] = [];
  const byIndex = new Set<string>();
  const lost: string[] = [];
  const visit = (value: Json, steps: readonly PathStep[]): void => {
    const path = formatPath(steps);
    if (isJsonObject(value)) {
      const names = Object.keys(value);
      if (names.length === 0) leaves.push({ path, text: '{}' });
      for (const name of names) visit(value[name] ?? null, [...steps, { name }]);
      return;
    }
    if (!isJsonArray(value)) {
      leaves.push({ path, text: canonicalText(value) });
      return;
    }
    const by = declaredAt(steps);
    if (by !== null && value.length > 0) {
      const keys = value.map((element) =>
        isJsonObject(element) && Object.hasOwn(element, by) ? element[by] : undefined,
      );
      const isKeyed =
        keys.every(isElementKey) &&
        new Set(keys.map((key) => canonicalText(key ?? null))).size === keys.length;
      if (isKeyed && !byIndexBefore.has(path)) {
        const all = keys.filter(isElementKey);
        leaves.push({ path, text: orderText({ by, keys: all }) });
        for (const [index, key] of all.entries()) visit(value[index] ?? null, [...steps, { key }]);
        return;
      }
      byIndex.add(path);
      if (!byIndexBefore.has(path)) lost.push(path);
    }
    const hasMembers = value.some((element) => isJsonArray(element) || isJsonObject(element));
    leaves.push({ path, text: hasMembers ? '[]' : canonicalText(value) });
    for (const [index, element] of hasMembers ? value.entries() : []) {
      visit(element, [...steps, { name: String(index) }]);
    }
  };
  visit(state, []);
  return { leaves: leaves.sort((a, b) => (a.path < b.path ? -1 : 1)), byIndex, lost };
}

function declaredAt(steps: readonly PathStep[]): string | null {
  const found = DECLARED_KEYS.find(([pattern]) => {
    const wanted = pattern === '' ? [] : pattern.slice(1).split('/');
    return (
      wanted.length === steps.length &&
      wanted.every((step, at) => step === '*' || step === (steps[at] as { name?: string }).name)
    );
  });
  return found?.[1] ?? null;
}

function foldBy(keys: readonly DeclaredKey[]): Fold {
  return new Fold(builtInProjection('replace', keys), noUpcasters);
}

function folded(keys: readonly DeclaredKey[], payloads: readonly string[]) {
  const fold = foldBy(keys);
  return streamOf(...payloads).map((event) => fold.step(event));
}

const changesOf = (keys: readonly DeclaredKey[], before: string, after: string) =>
  folded(keys, [before, after])[1]?.changes;

function applied(
  leaves: readonly LeafText[],
  changes: readonly { path: string; after: string | null }[],
): LeafText[] {
  const byPath = new Map(leaves.map((leaf) => [leaf.path, leaf.text]));
  for (const { path, after } of changes) {
    if (after === null) byPath.delete(path);
    else byPath.set(path, after);
  }
  return [...byPath].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}
