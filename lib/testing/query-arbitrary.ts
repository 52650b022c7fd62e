/** Random queries: every kind of term, hostile names and paths, within the bounds of what may be written. */
import fc from 'fast-check';
import {
  type Clause,
  type ExactValue,
  FIRST_INSTANT,
  formatPointer,
  LAST_INSTANT,
  MARK_KINDS,
  type PathPattern,
  type Pattern,
  type Query,
  type Range,
  type Term,
  termsOf,
  type ValueTest,
  writtenKey,
} from '#core';
import { literalArbitrary, textArbitrary } from './json-arbitrary.ts';

/** What its names, steps and words are drawn from; small numbers of either make queries that find something. */
export interface QueryWords {
  readonly text: fc.Arbitrary<string>;
  readonly number: fc.Arbitrary<string>;
  readonly instant: fc.Arbitrary<bigint>;
  readonly count: fc.Arbitrary<bigint>;
}

const HOSTILE: QueryWords = {
  text: fc.oneof(
    textArbitrary,
    fc.string({ unit: fc.constantFrom(...'ab*,:;.-"\\/()=<>!~ \u00a0\t_0é'), maxLength: 6 }),
    fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'payload.a',
      'type:A',
      'true',
      'null',
      '3',
      '-1.50',
      '1e3',
      '..',
      '~=a',
      '~0',
    ),
  ),
  number: literalArbitrary,
  instant: fc.bigInt({ min: FIRST_INSTANT, max: LAST_INSTANT + 1n }),
  count: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
};

export function termArbitrary(words: QueryWords = HOSTILE): fc.Arbitrary<Term> {
  const { text, instant, count } = words;
  const pattern = patterns(text, 1);
  const test = tests(words);
  const path = paths(text, true);
  return fc.oneof<fc.Arbitrary<Term>[]>(
    fc.record({
      kind: fc.constant('name' as const),
      field: fc.constantFrom('entityType', 'entityId', 'type', 'actor', 'source', 'correlation', 'causation'),
      pattern,
    }),
    fc.record({ kind: fc.constant('entity' as const), type: pattern, id: fc.option(pattern, { nil: null }) }),
    fc
      .tuple(fc.constantFrom('occurred' as const, 'recorded' as const), ranges(instant, false))
      .map(([axis, range]) => ({ kind: 'time' as const, axis, ...range })),
    fc
      .tuple(fc.constantFrom('version' as const, 'position' as const), ranges(count, true))
      .map(([kind, range]) => ({ kind, ...range })),
    fc.record({ kind: fc.constant('path' as const), path }),
    fc
      .tuple(fc.constantFrom('set' as const, 'was' as const), path, test)
      .map(([kind, place, asked]) => ({ kind, path: place, ...asked })),
    fc
      .tuple(paths(text, false), fc.option(test))
      .map(([place, asked]) => ({ kind: 'payload' as const, path: place, ...(asked ?? EXISTS) })),
    fc
      .tuple(path, fc.option(test))
      .map(([place, asked]) => ({ kind: 'state' as const, path: place, ...(asked ?? EXISTS) })),
    fc.record({
      kind: fc.constant('is' as const),
      what: fc.constantFrom('removed', 'late', 'outOfOrder', 'inexact', ...MARK_KINDS),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      text: text.filter((written) => written !== ''),
      isPrefix: fc.boolean(),
    }),
  );
}

export function clauseArbitrary(term: fc.Arbitrary<Term> = termArbitrary()): fc.Arbitrary<Clause> {
  const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
    clause: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      term,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('clause'), { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('clause') }),
      // Several values of one qualifier, which have a writing of their own.
      fc
        .array(term, { minLength: 2, maxLength: 3 })
        .map((of) => ({ kind: 'or' as const, of: of.filter(({ kind }) => kind === of[0]?.kind) }))
        .filter(({ of }) => of.length > 1),
    ),
  }));
  return clause.filter((found) => termsOf(found).length <= 60);
}

export function queryArbitrary(term?: fc.Arbitrary<Term>): fc.Arbitrary<Query> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<Query>({ kind: 'all' }) },
    { weight: 20, arbitrary: clauseArbitrary(term) },
  );
}

const EXISTS = { op: 'exists', value: null } as const;

function patterns(text: fc.Arbitrary<string>, minLength: number): fc.Arbitrary<Pattern> {
  return fc.array(text, { minLength, maxLength: 3 }).map((pieces) => ({
    pieces: pieces.map((piece, at) => (at > 0 && at < pieces.length - 1 ? piece || 'x' : piece)),
  }));
}

function paths(text: fc.Arbitrary<string>, hasKeys: boolean): fc.Arbitrary<PathPattern> {
  const name = fc.oneof(text, fc.constantFrom('a', 'b')).map((step) => formatPointer([step]).slice(1));
  const key = fc.oneof(text, fc.boolean()).map(writtenKey);
  const step = hasKeys ? fc.oneof(fc.constant(null), name, name, key) : fc.oneof(fc.constant(null), name);
  return fc.array(step, { maxLength: 3 }).map((steps) => ({ steps }));
}

function tests({ text, number }: QueryWords): fc.Arbitrary<ValueTest> {
  const exact: fc.Arbitrary<ExactValue> = fc.oneof(
    text.map((written) => ({ kind: 'text' as const, text: written })),
    number.map((literal) => ({ kind: 'number' as const, text: literal })),
    fc
      .constantFrom('true' as const, 'false' as const, 'null' as const)
      .map((word) => ({ kind: 'word' as const, text: word })),
  );
  const pattern = patterns(text, 2).map((found) => ({ kind: 'pattern' as const, pattern: found }));
  return fc.oneof<fc.Arbitrary<ValueTest>[]>(
    fc.record({ op: fc.constant('=' as const), value: fc.oneof(exact, pattern) }),
    fc.record({ op: fc.constant('!=' as const), value: fc.oneof(exact, pattern) }),
    fc.record({
      op: fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const),
      value: exact,
    }),
  );
}

function ranges(end: fc.Arbitrary<bigint>, isClosed: boolean): fc.Arbitrary<Range> {
  const between = fc
    .tuple(end, end)
    .filter(([one, other]) => isClosed || one !== other)
    .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));
  return fc.oneof<fc.Arbitrary<Range>[]>(
    between,
    end.map((from) => ({ from, to: null })),
    end.map((to) => ({ from: null, to })),
  );
}
