/** Events and queries that are made of the same few words, and what a plain reading has of such events. */
import fc from 'fast-check';
import {
  builtInProjection,
  type Clause,
  EVENT_FLAGS,
  type ExactValue,
  foldStream,
  MARK_KINDS,
  noUpcasters,
  type Order,
  PAYLOAD_BOUNDS,
  type PathPattern,
  type Pattern,
  type ProjectionKind,
  parseExact,
  type QueriedEvent,
  type Term,
  type ValueTest,
} from '#core';
import type { LogEvent } from '#store';

const SECOND = 1_000_000n;
export const HOUR = 3_600n * SECOND;

/** What events are made of and what is asked for are the same few words, so that queries find some and leave some. */
const NAMES = ['order', 'Order', 'cart', 'a_b', 'a%b', 'ann', 'Größe', '$x\\y', '*'];
const VALUES = [
  '1',
  '1.0',
  '-2',
  '10',
  '1e2',
  '"1"',
  '"open"',
  '"op%n"',
  '"a\\"b\\\\c"',
  '"Zoë"',
  'true',
  'null',
  '"true"',
  '{}',
  '[1,"x"]',
];
const KEYS = ['a', 'b', 'a/b', '0', 'c~d', '__proto__', 'x y'];

const value: fc.Arbitrary<string> = fc.constantFrom(...VALUES);
const document = fc
  .array(
    fc.tuple(
      fc.constantFrom(...KEYS),
      fc.oneof(
        value,
        fc.array(value, { maxLength: 2 }).map((all) => `[${all.join()}]`),
        fc.tuple(fc.constantFrom(...KEYS), value).map(([key, text]) => `{${JSON.stringify(key)}:${text}}`),
      ),
    ),
    { maxLength: 4 },
  )
  .map(
    (members) => `{${[...new Map(members)].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`,
  );

/** The rule of each type of entities. A document is no list of operations, so most of what a patch is asked to do fails. */
export const FOLDS = [
  ['order', 'merge'],
  ['cart', 'merge'],
  ['Order', 'merge'],
  ['patched', 'patch'],
] as const satisfies readonly (readonly [string, ProjectionKind])[];

export const projectionOf = (entityType: string) =>
  builtInProjection(FOLDS.find(([type]) => type === entityType)?.[1] ?? 'merge');

export const anEvent = fc.record({
  entityType: fc.constantFrom(...FOLDS.map(([type]) => type)),
  entityId: fc.constantFrom('1', 'a_b', 'ann/1'),
  type: fc.constantFrom(...NAMES.filter((name) => !name.startsWith('$'))),
  actor: fc.option(fc.constantFrom(...NAMES)),
  source: fc.constantFrom('order', 'ann'),
  correlationId: fc.option(fc.constantFrom('ann', 'a_b')),
  causationId: fc.option(fc.constantFrom('ann', 'a%b')),
  occurredAt: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((second) => BigInt(second) * SECOND),
    fc.integer({ min: 0, max: 59 }).map((hour) => BigInt(hour) * HOUR),
  ),
  recordedAt: fc.integer({ min: 0, max: 59 }).map((hour) => BigInt(hour) * HOUR + 5n),
  payload: fc.oneof(
    { weight: 8, arbitrary: document },
    { weight: 1, arbitrary: value },
    { weight: 1, arbitrary: fc.constant('no json') },
  ),
  removed: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  metadata: fc.option(fc.constantFrom('{"note":"late delivery"}', '{"note":"Order one-two"}')),
});

export const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  fc.constantFrom(...NAMES, 'ann/1').map((name) => ({ pieces: [name] })),
  fc
    .constantFrom(['a', ''], ['', 'r'], ['', '_', ''], ['', ''], ['o', 'r'], ['Gr', ''], ['', '%', ''])
    .map((pieces) => ({ pieces })),
);
export const path: fc.Arbitrary<PathPattern> = fc
  .array(fc.option(fc.constantFrom('a', 'b', 'a~1b', '0', 'c~0d', '__proto__', 'x y'), { freq: 4 }), {
    maxLength: 2,
  })
  .map((steps) => ({ steps }));
const exact: fc.Arbitrary<ExactValue> = fc.constantFrom(
  { kind: 'text', text: 'open' },
  { kind: 'text', text: '1' },
  { kind: 'text', text: 'a"b\\c' },
  { kind: 'text', text: 'Zoë' },
  { kind: 'number', text: '1' },
  { kind: 'number', text: '100' },
  { kind: 'number', text: '-2.0' },
  { kind: 'number', text: '1e99999' },
  { kind: 'number', text: '-1e-99999' },
  { kind: 'word', text: 'true' },
  { kind: 'word', text: 'null' },
);
export const test: fc.Arbitrary<ValueTest> = fc.oneof(
  fc.record({
    op: fc.constantFrom('=' as const, '!=' as const),
    value: fc.oneof(
      exact,
      fc
        .constantFrom(['op', ''], ['', 'n'], ['', '%', ''], ['a"', ''])
        .map((pieces) => ({ kind: 'pattern' as const, pattern: { pieces } })),
    ),
  }),
  fc.record({ op: fc.constantFrom<Order>('>', '>=', '<', '<='), value: exact }),
);
const seconds = fc.integer({ min: 0, max: 9 }).map((second) => BigInt(second) * SECOND);
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    kind: fc.constant('name' as const),
    field: fc.constantFrom(
      'entityType' as const,
      'entityId' as const,
      'type' as const,
      'actor' as const,
      'source' as const,
      'correlation' as const,
      'causation' as const,
    ),
    pattern,
  }),
  fc.record({ kind: fc.constant('entity' as const), type: pattern, id: fc.option(pattern) }),
  fc.record({
    kind: fc.constant('time' as const),
    axis: fc.constantFrom('occurred' as const, 'recorded' as const),
    from: seconds,
    to: fc.option(fc.constant(10n * SECOND)),
  }),
  fc.record({
    kind: fc.constantFrom('version' as const, 'position' as const),
    from: fc.constantFrom(1n, 2n, 20n),
    to: fc.option(fc.constant(25n)),
  }),
  fc.record({ kind: fc.constant('path' as const), path }),
  fc
    .tuple(fc.constantFrom('set' as const, 'was' as const), path, test)
    .map(([kind, at, rest]) => ({ kind, path: at, ...rest })),
  fc.tuple(path, test).map(([at, rest]) => ({ kind: 'payload' as const, path: at, ...rest })),
  path.map((at) => ({ kind: 'payload' as const, path: at, op: 'exists' as const, value: null })),
  fc.record({
    kind: fc.constant('is' as const),
    what: fc.constantFrom('removed', 'late', 'outOfOrder', 'inexact', ...MARK_KINDS),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.constantFrom(
      'order',
      'ORDER',
      'late delivery',
      'deliv',
      'one-two',
      'Größe',
      'gröSSe',
      '%',
      'b',
      'ann',
      '-',
      'x',
    ),
    isPrefix: fc.boolean(),
  }),
);
export const clause: fc.Arbitrary<Clause> = fc.letrec<{ clause: Clause; many: readonly Clause[] }>((tie) => ({
  many: fc.array(tie('clause'), { minLength: 2, maxLength: 3 }),
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: term },
    { weight: 1, arbitrary: tie('clause').map((of): Clause => ({ kind: 'not', of })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), tie('many'))
        .map(([kind, of]): Clause => ({ kind, of })),
    },
  ),
})).clause;

/** What a query is asked of, folded one stream after the other. */
export function queried(log: readonly LogEvent[]): readonly QueriedEvent[] {
  const streams = new Map<string, LogEvent[]>();
  for (const event of log) streams.set(event.streamKey, [...(streams.get(event.streamKey) ?? []), event]);
  const found: QueriedEvent[] = [];
  for (const stream of streams.values()) {
    const steps = [...foldStream(stream, projectionOf(stream[0]?.entityType ?? ''), noUpcasters)];
    const was = new Map<string, string[]>();
    for (const { changes } of steps)
      for (const { path: at, after } of changes)
        if (after !== null) was.set(at, [...(was.get(at) ?? []), after]);
    let high: bigint | null = null;
    for (const [index, event] of stream.entries()) {
      const payload = parseExact(event.payload, PAYLOAD_BOUNDS);
      const isLate = high !== null && event.occurredAt < high;
      if (high === null || event.occurredAt > high) high = event.occurredAt;
      found.push({
        ...event,
        isLate,
        isOutOfOrder: (event.flags & EVENT_FLAGS.recordedWentBack) !== 0,
        mark: steps[index]?.mark?.kind ?? null,
        payload: payload.ok ? payload.value : undefined,
        texts: [
          [
            event.type,
            event.entityType,
            event.entityId,
            event.actor ?? '',
            event.payload.replaceAll('\\', ' '),
            event.metadata ?? '',
          ].join(' '),
        ],
        changes: steps[index]?.changes ?? [],
        was,
        state: new Map(),
      });
    }
  }
  return found.sort((a, b) => Number(a.position - b.position));
}
