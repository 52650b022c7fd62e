import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistory, builtInProjection, type Condition, type History, noUpcasters } from '#core';
import { limitsArbitrary, streamArbitrary, streamOf } from '#testing';
import { compares, sameValue } from './condition.ts';

const historyOf = (...payloads: string[]) =>
  buildHistory(streamOf(...payloads), builtInProjection('merge'), noUpcasters, 'recorded');

describe('the first moment', () => {
  const history = historyOf(
    '{"status":"open","total":10}',
    '{"total":9.5,"lines":{"a":{"n":1}}}',
    '{"status":"shipped","total":1.10}',
    '{"status":"open"}',
    '{"lines":null,"status":null}',
  );

  it.each<[Condition['op'], string, string, number | null]>([
    ['=', '/status', '"shipped"', 3],
    ['=', '/total', '1.1', 3],
    ['!=', '/status', '"open"', 3],
    ['<', '/total', '10', 2],
    ['>', '/total', '10', null],
    ['<', '/status', '10', null],
    ['>', '/status', '"open"', 3],
    ['exists', '/lines', '', 2],
    ['exists', '/lines/a/n', '', 2],
    ['exists', '/lines/b', '', null],
    ['was', '/status', '"shipped"', 3],
  ])('at which a field is %s: %s %s', (op, path, value, expected) => {
    expect(history.firstWhere([{ path, op, value }])).toBe(expected);
  });

  it('at which several hold together, one of them for good', () => {
    const was: Condition = { path: '/status', op: 'was', value: '"shipped"' };
    const isOpen: Condition = { path: '/status', op: '=', value: '"open"' };
    expect(history.firstWhere([was, isOpen])).toBe(4);
    expect(history.firstWhere([isOpen], 2)).toBe(2);
    expect(history.firstWhere([isOpen], 3)).toBe(4);
    expect(history.firstWhere([was], 5)).toBe(5);
    expect(history.firstWhere([isOpen], 5)).toBe(null);
  });

  it('is the one that looking at every state finds', () => {
    fc.assert(
      fc.property(
        streamArbitrary('merge'),
        limitsArbitrary,
        fc.array(anyCondition, { minLength: 1, maxLength: 2 }),
        fc.nat(12),
        (events, limits, conditions, start) => {
          fc.pre(events.length > 0);
          const from = (start % events.length) + 1;
          const cut = buildHistory(events, builtInProjection('merge'), noUpcasters, 'recorded', limits);
          expect(cut.firstWhere(conditions, from)).toBe(naive(cut, conditions, from));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('numbers', () => {
  it.each([
    ['1.10', '1.1', 0],
    ['-0', '0', 0],
    ['1e400', '1e401', -1],
    ['-1e400', '1', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['0.1', '1e-1', 0],
    ['-2', '-10', 1],
    ['12', '112', -1],
    ['0', '-1e-999', 1],
    ['0', '1e-999', -1],
  ])('%s against %s', (one, other, order) => {
    expect([compares(one, '<', other), sameValue(one, other), compares(one, '>', other)]).toEqual([
      order < 0,
      order === 0,
      order > 0,
    ]);
  });
});

/** From the paths and values that the random streams use, so that conditions are met now and then. */
const anyCondition: fc.Arbitrary<Condition> = fc.record({
  path: fc.constantFrom('', '/a', '/b', '/a/b', '/a/0', '/__proto__', '/'),
  op: fc.constantFrom('=', '!=', '<', '>', 'exists', 'was'),
  value: fc.constantFrom('1', '0', '"x"', 'null', '{}', '[]', '"a"', 'true', '1.10'),
});

function naive(history: History, conditions: readonly Condition[], from: number): number | null {
  const holds = ({ path, op, value }: Condition, ordinal: number): boolean => {
    const leaves = history.stateAt(ordinal);
    if (op === 'exists') return leaves.some((leaf) => leaf.path === path || leaf.path.startsWith(`${path}/`));
    const text = leaves.find((leaf) => leaf.path === path)?.text;
    if (op === 'was') {
      if (text !== undefined && sameValue(text, value)) return true;
      return ordinal > 1 && holds({ path, op, value }, ordinal - 1);
    }
    return text !== undefined && compares(text, op, value);
  };
  for (let ordinal = from; ordinal <= history.length; ordinal += 1) {
    if (conditions.every((condition) => holds(condition, ordinal))) return ordinal;
  }
  return null;
}
