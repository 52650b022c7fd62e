import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseArbitrary, termArbitrary } from '#testing';
import { MARK_KINDS } from '../history/mark-kinds.ts';
import { parseExact } from '../json/parse.ts';
import { PAYLOAD_BOUNDS } from '../limits.ts';
import { matchesQuery, type QueriedEvent } from './matches-query.ts';
import { parseQuery } from './parse-query.ts';
import type { Clause } from './query.ts';
import { wordsOf } from './words.ts';

const clock = { now: 0n, zone: 'UTC' };

const json = (text: string) => {
  const parsed = parseExact(text, PAYLOAD_BOUNDS);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
};

const shipped: QueriedEvent = {
  entityType: 'order',
  entityId: '4711',
  type: 'OrderShipped',
  actor: 'Ann Lind',
  source: 'shop',
  correlationId: 'c-1',
  causationId: null,
  occurredAt: 0n,
  recordedAt: 5_000_000n,
  version: 7,
  position: 812n,
  removed: false,
  isLate: true,
  isOutOfOrder: false,
  mark: 'literalLost',
  payload: json(
    '{"amount":1.10,"big":9007199254740993,"code":"3","flag":true,"gone":null,"empty":{},"__proto__":1,"a/b":{"c":"x"},' +
      '"items":[{"sku":"A-100","qty":3},{"sku":"B-2"}]}',
  ),
  texts: ['The late delivery of foo_bar', 'Größe XL, o-1003'],
  changes: [
    { path: '/status', before: '"open"', after: '"shipped"' },
    { path: '/lines/~=A-100/qty', before: '1', after: '3.0' },
    { path: '/note', before: '"x"', after: null },
  ],
  was: new Map([
    ['/status', ['"new"', '"open"', '"shipped"']],
    ['/lines/~=A-100/qty', ['1', '3.0']],
  ]),
  state: new Map([
    ['/status', '"shipped"'],
    ['/lines', '[]'],
    ['/total/amount', '12'],
  ]),
};

const finds = (text: string) => {
  const parsed = parseQuery(text, clock);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return matchesQuery(parsed.value.query, shipped);
};

describe('an event is found', () => {
  it.each([
    '',
    'type:OrderShipped',
    'type:Order*',
    'type:*ship*,*Ship*',
    'type:A,OrderShipped',
    'actor:"Ann Lind"',
    'actor:Ann*d',
    'id:4711 entity-type:order source:shop correlation:c-*',
    'entity:order',
    'entity:order/47*',
    '-causation:*',
    'occurred:1970-01-01',
    'occurred:<1970-01-01T00:00:00.000001Z',
    'recorded:1970-01-01T00:00:05Z..',
    'version:7 version:5..7 version:7.. position:..812 position:>811',
    'is:late -is:removed -is:out-of-order',
    'is:inexact is:number-rounded -is:fold-error,not-handled,not-a-document,goes-by-index,failed',
    'path:/status',
    'path:/lines',
    'path:/lines/*/qty',
    'path:/note',
    'path:""',
    'set:/status=shipped',
    'set:/status!=open',
    'set:/status=sh*',
    'set:/lines/~=A-100/qty=3',
    'set:/lines/*/qty>=3',
    'was:/status=new',
    'was:/lines/*/qty<2',
    'state:/status=shipped',
    'state:/total',
    'state:/lines',
    'state:total.amount>11.99',
    'payload.amount=1.1',
    'payload.amount=110e-2',
    'payload.amount>1.09',
    'payload.big>9007199254740992',
    'payload.big<9007199254740994',
    'payload.code=3',
    'payload.code="3"',
    'payload.code>="2"',
    'payload.flag=true',
    'payload.gone=null',
    'payload.gone',
    'payload.empty',
    'payload.__proto__=1',
    'payload./a~1b/c=x',
    'payload.items.*.sku=B-2',
    'payload.items.*.sku!=B-2',
    'payload.items.0.qty=3',
    'payload.*=3',
    'payload.""',
    'late',
    'LATE',
    'deliv*',
    '"late delivery"',
    '"Late deliv"*',
    'foo bar',
    'foo_bar',
    'GrößE',
    'O-1003',
    'late OR nothing',
    '-(late nothing)',
  ])('by %s', (text) => {
    expect(finds(text)).toBe(true);
  });

  it.each([
    '-late',
    'type:ordershipped',
    'type:Order',
    'type:OrderShip*Shipped',
    'actor:Ann',
    'causation:*',
    'entity:order/47',
    'entity:or',
    'occurred:<1970-01-01',
    'recorded:<1970-01-01T00:00:05Z',
    'version:>7',
    'version:<7',
    'is:removed',
    'path:/stat',
    'path:/lines/*/sku',
    'set:/status=open',
    'set:/note=x',
    'set:/note!=x',
    'set:/lines/*=3',
    'was:/status=gone',
    'state:/lines!=x',
    'state:/nothing',
    'payload.amount="1.10"',
    'payload.amount>1.10',
    'payload.code>2',
    'payload.flag="true"',
    'payload.flag!=true',
    'payload.gone="null"',
    'payload.nothing',
    'payload.nothing!=x',
    'payload.empty!=x',
    'payload.constructor',
    'payload.items.00.qty=3',
    'payload.items=A-100',
    'payload.amount=1*',
    'payload.code>"30"',
    'lat',
    'elivery',
    '"ate delivery"',
    '"late deliver"',
    'GRÖSSE',
    'GRÖßE',
    'late nothing',
  ])('and not by %s', (text) => {
    expect(finds(text)).toBe(false);
  });

  it('in the order of code points, where units have another one', () => {
    const event = { ...shipped, payload: json('{"a":"\u{1f600}"}') };
    const parsed = parseQuery('payload.a>\uffee', clock);
    expect(parsed.ok && matchesQuery(parsed.value.query, event)).toBe(true);
  });
});

describe('words', () => {
  it.each([
    ['The late_delivery, 5x', ['the', 'late', 'delivery', '5x']],
    ['Größe ÄB a\u00a0b', ['größe', 'Äb', 'a\u00a0b']],
    ['\u{1f600}a-b\u007fc', ['\u{1f600}a', 'b', 'c']],
    ['', []],
    ['...', []],
  ])('of %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('are each found in the text that has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) {
          const sought = { kind: 'text', text: word, isPrefix: false } as const;
          expect(matchesQuery(sought, { ...shipped, texts: [text] })).toBe(true);
        }
      }),
    );
  });
});

describe('logic', () => {
  const small = termArbitrary({
    text: fc.constantFrom('a', 'b', 'ab'),
    number: fc.constantFrom('1', '2', '1.0'),
    instant: fc.bigInt({ min: 0n, max: 3n }),
    count: fc.bigInt({ min: 0n, max: 3n }),
  });
  const name = fc.constantFrom('a', 'b', 'ab');
  const leaf = fc.constantFrom('"a"', '"b"', '1', '2', 'true', '{}');
  const path = fc.constantFrom('/a', '/b', '/a/b', '');
  const events: fc.Arbitrary<QueriedEvent> = fc.record({
    entityType: name,
    entityId: name,
    type: name,
    actor: fc.option(name),
    source: name,
    correlationId: fc.option(name),
    causationId: fc.option(name),
    occurredAt: fc.bigInt({ min: 0n, max: 3n }),
    recordedAt: fc.bigInt({ min: 0n, max: 3n }),
    version: fc.nat(3),
    position: fc.bigInt({ min: 0n, max: 3n }),
    removed: fc.boolean(),
    isLate: fc.boolean(),
    isOutOfOrder: fc.boolean(),
    mark: fc.option(fc.constantFrom(...MARK_KINDS)),
    payload: fc.constantFrom(undefined, json('{"a":1}'), json('{"a":{"b":"ab"},"b":["a",2]}')),
    texts: fc.array(fc.constantFrom('a b', 'ab', 'b-a'), { maxLength: 2 }),
    changes: fc.array(fc.record({ path, before: fc.option(leaf), after: fc.option(leaf) }), { maxLength: 3 }),
    was: fc.array(fc.tuple(path, fc.array(leaf, { maxLength: 2 }))).map((entries) => new Map(entries)),
    state: fc.array(fc.tuple(path, leaf)).map((entries) => new Map(entries)),
  });
  const not = (of: Clause): Clause => ({ kind: 'not', of });

  it('is that of de Morgan, and finds about as often as it does not', () => {
    let found = 0;
    fc.assert(
      fc.property(clauseArbitrary(small), clauseArbitrary(small), events, (one, other, event) => {
        const is = (clause: Clause) => matchesQuery(clause, event);
        expect(is(not({ kind: 'and', of: [one, other] }))).toBe(
          is({ kind: 'or', of: [not(one), not(other)] }),
        );
        expect(is(not({ kind: 'or', of: [one, other] }))).toBe(
          is({ kind: 'and', of: [not(one), not(other)] }),
        );
        expect(is(not(not(one)))).toBe(is(one));
        expect(is({ kind: 'and', of: [one, other] })).toBe(is(one) && is(other));
        if (is(one)) found += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(200);
    expect(found).toBeLessThan(800);
  });

  it('has either an order or not: what is greater or equal is not less', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', '\ue000', '\u{10000}', ''), events, (text, event) => {
        const test = (op: '>=' | '<') =>
          matchesQuery(
            { kind: 'payload', path: { steps: ['a', 'b'] }, op, value: { kind: 'text', text } },
            event,
          );
        const isText = test('>=') || test('<');
        expect(isText).toBe(event.payload !== undefined && hasPlace(event));
        if (isText) expect(test('>=')).not.toBe(test('<'));
      }),
    );
  });

  const hasPlace = (event: QueriedEvent) =>
    matchesQuery({ kind: 'payload', path: { steps: ['a', 'b'] }, op: 'exists', value: null }, event);
});
