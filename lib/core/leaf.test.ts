import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  canonicalText,
  changesBetween,
  checkedPlaces,
  invertChanges,
  type Json,
  jsonOfLeaves,
  leavesOf,
  orderText,
  parseJson,
  stateText,
} from '#core';
import { DECLARED_KEYS, keyedStateArbitrary, stateArbitrary } from '#testing';

const anyState = fc.oneof(stateArbitrary, keyedStateArbitrary);
const optional = fc.option(anyState, { nil: undefined });
const KEYS = { 'by index': null, 'by key': checkedPlaces(DECLARED_KEYS) };

describe.each(['by index', 'by key'] as const)('the leaves of a state, arrays %s', (arrays) => {
  it('give the state back, as a value and as text', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const leaves = leavesOf(state, KEYS[arrays]);
        expect(jsonOfLeaves(leaves)).toEqual(state);
        expect(stateText(leaves)).toBe(canonicalText(state));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the leaves of a state', () => {
  it.each<[string, string[]]>([
    ['null', ['=null']],
    ['{}', ['={}']],
    ['[]', ['=[]']],
    ['[1,"a"]', ['=[1,"a"]']],
    ['{"lines":[{"sku":"A-100"}]}', ['/lines=[]', '/lines/0/sku="A-100"']],
    ['{"a":[[],1.10]}', ['/a=[]', '/a/0=[]', '/a/1=1.10']],
    ['{"a/b":1,"a~b":2,"":3}', ['/=3', '/a~0b=2', '/a~1b=1']],
    ['{"a":{"0":1}}', ['/a/0=1']],
    ['{"__proto__":{"x":1}}', ['/__proto__/x=1']],
  ])('of %s are as documented', (text, expected) => {
    expect(leavesOf(parsed(text)).map((leaf) => `${leaf.path}=${leaf.text}`)).toEqual(expected);
  });

  it('are none where the state is absent', () => {
    expect(leavesOf(undefined)).toEqual([]);
    expect(jsonOfLeaves([])).toBeUndefined();
    expect(stateText([])).toBeNull();
  });

  it('keep members of an array in order beyond the tenth', () => {
    const text = `[${Array.from({ length: 12 }, (_, index) => `{"n":${index}}`).join(',')}]`;
    expect(stateText(leavesOf(parsed(text)))).toBe(text);
  });

  it('are refused where no state has them', () => {
    expect(() => stateText([leaf('/a', '1'), leaf('/a/b', '2')])).toThrow('cannot have members');
    expect(() => jsonOfLeaves([leaf('/a', '[]'), leaf('/a/1', '2')])).toThrow('lack its member 0');
    expect(() => stateText([leaf('/a', order('x', 'y')), leaf('/a/~=x/id', '"x"')])).toThrow(
      'lack its member ~=y',
    );
    expect(() => stateText([leaf('/a', order('x')), leaf('/a/~=x/id', '1'), leaf('/a/0', '1')])).toThrow(
      'not in its order',
    );
    expect(() => jsonOfLeaves([leaf('/a', order('x'))])).toThrow('lack its member ~=x');
    expect(() => jsonOfLeaves([leaf('/a/~=x/id', '"x"')])).toThrow('has no leaf');
    expect(() => jsonOfLeaves([leaf('a', '1')])).toThrow('is not the path of a leaf');
  });
});

describe.each(['by index', 'by key'] as const)('the changes between two states, arrays %s', (arrays) => {
  const keys = KEYS[arrays];

  it('lead from one to the other and, inverted, back', () => {
    fc.assert(
      fc.property(optional, optional, (before, after) => {
        const changes = changesBetween(before, after, keys);
        expect(applyChanges(leavesOf(before, keys), changes)).toEqual(leavesOf(after, keys));
        expect(applyChanges(leavesOf(after, keys), invertChanges(changes))).toEqual(leavesOf(before, keys));
        expect(invertChanges(changes)).toEqual(changesBetween(after, before, keys));
      }),
      { numRuns: 1_000 },
    );
  });

  it('name each path once, where it differs, ascending', () => {
    fc.assert(
      fc.property(optional, optional, (before, after) => {
        const changes = changesBetween(before, after, keys);
        const paths = changes.map((change) => change.path);
        expect(paths).toEqual([...new Set(paths)].sort());
        for (const change of changes) expect(change.before).not.toBe(change.after);
      }),
    );
  });
});

describe('the changes between two states', () => {
  it('remove the paths below when an object becomes a scalar', () => {
    expect(changesBetween(parsed('{"a":{"x":1,"y":2}}'), parsed('{"a":"gone"}'))).toEqual([
      { path: '/a', before: null, after: '"gone"' },
      { path: '/a/x', before: '1', after: null },
      { path: '/a/y', before: '2', after: null },
    ]);
  });

  it('tell an array from an object with the same steps', () => {
    expect(changesBetween(parsed('{"a":{"0":{"x":1}}}'), parsed('{"a":[{"x":1}]}'))).toEqual([
      { path: '/a', before: null, after: '[]' },
    ]);
  });

  it('see a number written otherwise, and no change of key order', () => {
    expect(changesBetween(parsed('{"a":1.10}'), parsed('{"a":1.1}'))).toHaveLength(1);
    expect(changesBetween(parsed('{"a":1,"b":2}'), parsed('{"b":2,"a":1}'))).toEqual([]);
  });
});

const order = (...keys: string[]) => orderText({ by: 'id', keys });

const leaf = (path: string, text: string) => ({ path, text });

function parsed(text: string): Json {
  const json = parseJson(text);
  if (!json.ok) throw new Error(json.error.message);
  return json.value;
}
