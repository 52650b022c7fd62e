import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonArbitrary } from '../../testing/json-arbitrary.ts';
import { isJsonArray, isJsonObject, type Json } from '../json/value.ts';
import { driftOf } from './drift.ts';
import { newPlace } from './place.ts';
import { kindOf, SHAPE_LIMITS, Shape } from './shape.ts';
import { shapeDifference } from './shape-difference.ts';
import { fieldsOf, type ShapeField } from './shape-fields.ts';
import { readShape, shapeText } from './shape-text.ts';

function shapeOf(values: readonly Json[], into = new Shape()): Shape {
  for (const [nth, value] of values.entries()) into.add(value, nth + 1);
  return into;
}

/** Few names, so that they meet, and now and then more than an object may have here. */
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', '1', 'x/y');
const payload: fc.Arbitrary<Json> = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, 1, 'text'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc
    .uniqueArray(fc.tuple(name, tie('value')), { maxLength: 5, selector: ([key]) => key })
    .map((entries): Json => Object.fromEntries(entries)),
})).value;
const FEW = { names: 4, places: 1_000 };

/** From all values at a place, without going one by one. */
function naive(
  values: readonly (readonly [position: number, value: Json])[],
  path: string,
  into: Naive[],
): void {
  const kinds = new Map<string, { count: number; first: number; last: number }>();
  for (const [position, value] of values) {
    const seen = kinds.get(kindOf(value));
    if (seen === undefined) kinds.set(kindOf(value), { count: 1, first: position, last: position });
    else kinds.set(kindOf(value), { ...seen, count: seen.count + 1, last: position });
  }
  into.push({ path, kinds: Object.fromEntries(kinds) });
  const members = values.flatMap(([position, value]) =>
    isJsonObject(value) ? Object.entries(value).map(([key, member]) => [position, key, member] as const) : [],
  );
  const names = new Set(members.map(([, key]) => key));
  const placeOf = (key: string): string => (names.size > FEW.names ? '*' : key.replace('/', '~1'));
  for (const place of new Set([...names].map(placeOf)))
    naive(
      members.flatMap(([position, key, member]) => (placeOf(key) === place ? [[position, member]] : [])),
      `${path}/{${place}}`,
      into,
    );
  const elements = values.flatMap(([position, value]) =>
    isJsonArray(value) ? value.map((element) => [position, element] as const) : [],
  );
  if (elements.length > 0) naive(elements, `${path}/[*]`, into);
}

interface Naive {
  readonly path: string;
  readonly kinds: Readonly<Record<string, { count: number; first: number; last: number }>>;
}

/** Members and elements may be of one name: the brackets tell them apart. */
function bracketed(fields: readonly ShapeField[]): readonly Naive[] {
  const around: string[] = [];
  return fields.map(({ name: step, placeIn, depth, kinds }) => {
    const text = placeIn === 'element' ? '[*]' : `{${step.replace('/', '~1')}}`;
    const path = placeIn === 'document' ? '' : `${around[depth - 1]}/${text}`;
    around[depth] = path;
    return {
      path,
      kinds: Object.fromEntries(kinds.map(({ kind, count, first, last }) => [kind, { count, first, last }])),
    };
  });
}

const byPath = (a: Naive, b: Naive) => (a.path < b.path ? -1 : Number(a.path > b.path));

describe('the shape of payloads', () => {
  it('is what looking at all values of every place gives', () => {
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 12 }), (values) => {
        const expected: Naive[] = [];
        naive(
          values.map((value, nth) => [nth + 1, value] as const),
          '',
          expected,
        );
        const fields = fieldsOf(shapeOf(values, new Shape(newPlace(0), 0, FEW)));
        expect([...bracketed(fields)].sort(byPath)).toEqual(expected.sort(byPath));
      }),
      { numRuns: 300 },
    );
  });

  it('goes on from its text as if it had never stopped, with any payload', () => {
    fc.assert(
      fc.property(fc.array(jsonArbitrary, { maxLength: 6 }), fc.nat({ max: 6 }), (values, cut) => {
        const whole = shapeOf(values);
        const resumed = readShape(shapeText(shapeOf(values.slice(0, cut))));
        for (const [nth, value] of values.slice(cut).entries()) resumed.add(value, cut + nth + 1);
        expect(shapeText(resumed)).toBe(shapeText(whole));
      }),
    );
  });

  it('takes an object with too many names for a map, and says what is in it as one', () => {
    const ids = Array.from({ length: SHAPE_LIMITS.names + 1 }, (_none, nth) => [`id-${nth}`, { n: nth }]);
    const fields = fieldsOf(shapeOf([Object.fromEntries(ids)]));
    expect(fields.map(({ path, placeIn, count, around }) => [path, placeIn, count, around])).toEqual([
      ['', 'document', 1, 1],
      ['/*', 'value', 101, 1],
      ['/*/n', 'member', 101, 101],
    ]);
  });

  it('keeps no more places than it may, and counts what it left out', () => {
    const shape = new Shape(newPlace(0), 0, { names: 100, places: 3 });
    shape.add({ a: 1, b: 2, c: 3, d: [4, 5] }, 1);
    expect(fieldsOf(shape).map(({ path }) => path)).toEqual(['', '/a', '/b']);
    expect(shape.dropped).toBe(2);
  });
});

describe('the difference of two shapes', () => {
  const fields = (values: readonly Json[]) => fieldsOf(shapeOf(values));

  it('names what came, what went and what holds other types, outermost places alone', () => {
    const before = fields([{ items: [{ sku: 'a', n: 1 }], total: '1', note: null }]);
    const after = fields([{ lines: [{ sku: 'a' }], total: 1, note: 'x' }]);
    expect(shapeDifference(before, after)).toEqual({
      added: ['/lines'],
      gone: ['/items'],
      retyped: [{ path: '/total', from: 'string', to: 'number' }],
    });
  });

  it('turns round with its shapes', () => {
    const some = fc.array(payload, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const there = shapeDifference(fields(a), fields(b));
        const back = shapeDifference(fields(b), fields(a));
        expect([back.added, back.gone]).toEqual([there.gone, there.added]);
        expect(back.retyped.map(({ path, from, to }) => `${path} ${to} ${from}`).sort()).toEqual(
          there.retyped.map(({ path, from, to }) => `${path} ${from} ${to}`).sort(),
        );
      }),
    );
  });
});

describe('drift', () => {
  const driftIn = (values: readonly Json[]) => driftOf(fieldsOf(shapeOf(values)));

  it('says to the event when a field appeared, was given up, and became another type', () => {
    expect(
      driftIn([
        { a: '1', old: 1 },
        { a: '2', old: 1 },
        { a: 3, fresh: 1 },
        { a: 4, fresh: 1 },
      ]),
    ).toEqual([
      { what: 'disappeared', path: '/old', at: 2 },
      { what: 'retyped', path: '/a', from: 'string', to: 'number', last: 2, at: 3 },
      { what: 'appeared', path: '/fresh', at: 3 },
    ]);
  });

  it('calls no field that is sometimes there given up, and no type that comes and goes a change', () => {
    const some = Array.from({ length: 40 }, (_none, nth): Json => (nth % 4 === 1 ? { a: 1 } : {}));
    expect(driftIn(some)).toEqual([]);
    expect(driftIn([{ a: 1 }, { a: 'x' }, { a: 1 }, { a: null }])).toEqual([]);
  });

  it('sees what is new in the elements of an array, and nothing in the values of a map', () => {
    expect(driftIn([{ l: [{}, {}] }, { l: [{ n: 1 }, { n: 2 }] }])).toEqual([
      { what: 'appeared', path: '/l/*/n', at: 2 },
    ]);
    const map = (nth: number): Json => ({ [`k${nth}`]: nth < 100 ? {} : { n: 1 } });
    expect(driftIn(Array.from({ length: 150 }, (_none, nth) => map(nth)))).toEqual([]);
  });
});
