import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Axis,
  buildHistory,
  builtInProjection,
  type FieldEntry,
  type History,
  noUpcasters,
  stateText,
  type ValuePageLimits,
} from '#core';
import { DECLARED_KEYS, keyedStreamArbitrary, limitsArbitrary, storedEvent, streamArbitrary } from '#testing';

const ALL: ValuePageLimits = { events: Number.POSITIVE_INFINITY, work: Number.POSITIVE_INFINITY };
const AXES: readonly Axis[] = ['recorded', 'occurred'];
const STREAMS = {
  'by index': { streams: streamArbitrary('merge'), keys: [] },
  'by key': { streams: keyedStreamArbitrary('merge'), keys: DECLARED_KEYS },
};
const CASES = AXES.flatMap((axis) =>
  (['by index', 'by key'] as const).map((arrays) => ({ axis, arrays, ...STREAMS[arrays] })),
);

describe.each(CASES)('whole values on the $axis axis, arrays $arrays', ({ axis, streams, keys }) => {
  const histories = fc
    .tuple(streams, limitsArbitrary)
    .map(([events, limits]) =>
      buildHistory(events, builtInProjection('merge', keys), noUpcasters, axis, limits),
    );

  it('are what the states say, kept where they change', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const path of pathsOf(history)) {
          const { values, before, next } = history.valueHistory(path, 1, history.length, ALL);
          expect({ values, before, next }).toEqual({
            values: naiveValues(history, path),
            before: null,
            next: null,
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are the same whole or page by page', () => {
    const bounds = fc.record({ events: fc.integer({ min: 1, max: 4 }), work: fc.nat(60) });
    fc.assert(
      fc.property(histories, bounds, (history, limits) => {
        for (const path of pathsOf(history)) {
          const paged: FieldEntry[] = [];
          for (let from: number | null = 1; from !== null; ) {
            const { values, before, next } = history.valueHistory(path, from, history.length, limits);
            if (from > 1) expect(before).toBe(valueAt(history, path, from - 1));
            expect(next === null || next > from).toBe(true);
            paged.push(...values);
            from = next;
          }
          expect(paged).toEqual(naiveValues(history, path));
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('names an object, a list and an element of it whole, with exact numbers, and says where it went', () => {
  const payloads = ['{"a":1}', '{"a":{"y":[{"n":1.10}],"x":1E400}}', '{"a":{"y":[{"n":2}]}}', '{"b":0}'];
  const history = buildHistory(
    payloads.map((payload, index) =>
      storedEvent({ version: index + 1, position: BigInt(index + 1), payload }),
    ),
    builtInProjection('replace'),
    noUpcasters,
    'recorded',
  );
  const textsOf = (path: string) => history.valueHistory(path, 1, 4, ALL).values.map(({ text }) => text);
  expect(textsOf('/a')).toEqual(['1', '{"x":1E400,"y":[{"n":1.10}]}', '{"y":[{"n":2}]}', null]);
  expect(textsOf('/a/y')).toEqual(['[{"n":1.10}]', '[{"n":2}]', null]);
  expect(textsOf('/a/y/0')).toEqual(['{"n":1.10}', '{"n":2}', null]);
  expect(textsOf('')).toHaveLength(4);
});

function pathsOf(history: History): ReadonlySet<string> {
  const paths = ordinalsOf(history).flatMap((ordinal) => history.changesOf(ordinal).map(({ path }) => path));
  const parents = [1, 2].flatMap((levels) =>
    paths.map((path) => path.split('/').slice(0, -levels).join('/')),
  );
  return new Set(['', '/not/there', ...paths, ...parents]);
}

function naiveValues(history: History, path: string): readonly FieldEntry[] {
  const values: FieldEntry[] = [];
  for (const ordinal of ordinalsOf(history)) {
    const text = valueAt(history, path, ordinal);
    if (text !== valueAt(history, path, ordinal - 1)) values.push({ ordinal, text });
  }
  return values;
}

function valueAt(history: History, path: string, ordinal: number): string | null {
  const leaves = history.stateAt(ordinal).filter((leaf) => `${leaf.path}/`.startsWith(`${path}/`));
  return stateText(leaves.map(({ path: whole, text }) => ({ path: whole.slice(path.length), text })));
}

const ordinalsOf = (history: History) => Array.from({ length: history.length }, (_, index) => index + 1);
