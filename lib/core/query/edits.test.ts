import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseArbitrary, termArbitrary } from '#testing';
import { FIRST_INSTANT, LAST_INSTANT } from '../time/instant.ts';
import { negateSpan, withoutSpan } from './edit-spans.ts';
import { parseQuery } from './parse-query.ts';
import type { Clause, Query } from './query.ts';
import { clauseText, queryText } from './query-text.ts';
import { timesOf } from './times-of.ts';
import { withTerm } from './with-term.ts';
import { withTimes } from './with-times.ts';

const clock = { now: 1_772_000_000_000_000n, zone: 'UTC' };

const read = (text: string) => {
  const parsed = parseQuery(text, clock);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value;
};

/** A text with a place that is chosen at random among its terms. */
const written = fc.tuple(clauseArbitrary(), fc.nat()).map(([clause, nth]) => {
  const text = clauseText(clause);
  const { query, terms } = read(text);
  const term = terms[nth % terms.length];
  if (term === undefined || query.kind === 'all') throw new Error('Every clause has a term.');
  return { text, query, term };
});

/** The tree with one of its clauses, found by identity, given up for another or for nothing. */
function changed(clause: Clause, of: Clause, into: (found: Clause) => Clause | null): Clause | null {
  if (clause === of || (clause.kind === 'not' && clause.of === of)) return into(clause);
  if (clause.kind === 'not') {
    const inner = changed(clause.of, of, into);
    return inner === null ? null : { kind: 'not', of: inner };
  }
  if (clause.kind !== 'and' && clause.kind !== 'or') return clause;
  const members = clause.of.flatMap((member) => changed(member, of, into) ?? []);
  const [first] = members;
  if (first === undefined) return null;
  return members.length === 1 ? first : { kind: clause.kind, of: members };
}

/** Without what means nothing: joints in joints of the same kind. */
function plain(query: Query | null): Query {
  if (query === null) return { kind: 'all' };
  if (query.kind === 'not') return { kind: 'not', of: plain(query.of) as Clause };
  if (query.kind !== 'and' && query.kind !== 'or') return query;
  const { kind } = query;
  const members = query.of.map((member) => plain(member) as Clause);
  return { kind, of: members.flatMap((member) => (member.kind === kind ? member.of : [member])) };
}

describe('a term that is taken out where it stands', () => {
  it('leaves what the text meant without it', () => {
    fc.assert(
      fc.property(written, ({ text, query, term }) => {
        const rest = read(withoutSpan(text, term)).query;
        expect(plain(rest)).toEqual(plain(changed(query, term.clause, () => null)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a  type:A  b', 'type:A', 'a b'],
    ['type:A', 'type:A', ''],
    ['a OR type:A', 'type:A', 'a'],
    ['type:A OR a', 'type:A', 'a'],
    ['a OR type:A OR b', 'type:A', 'a OR b'],
    ['a AND type:A OR b', 'type:A', 'a OR b'],
    ['a OR type:A AND b', 'type:A', 'a OR b'],
    ['a -(type:A) b', 'type:A', 'a b'],
    ['NOT ((type:A)) OR b', 'type:A', 'b'],
    ['(a OR type:A)  b', 'type:A', '(a)  b'],
    ['(type:A a)', 'type:A', '(a)'],
    ['a NOT type:A', 'NOT type:A', 'a'],
    ['"open type:A', 'nothing', '"open type:A'],
  ])('%s without %s', (text, term, expected) => {
    const start = text.indexOf(term);
    expect(withoutSpan(text, { start, end: start === -1 ? -1 : start + term.length })).toBe(expected);
  });
});

describe('a term that is turned round where it stands', () => {
  it('means the opposite, and what it meant when it is turned again', () => {
    fc.assert(
      fc.property(written, ({ text, query, term }) => {
        const turned = read(negateSpan(text, term));
        const expected = changed(query, term.clause, (found) =>
          found === term.clause ? { kind: 'not', of: found } : term.clause,
        );
        expect(plain(turned.query)).toEqual(plain(expected));
        const again = turned.terms.find(({ start }) => start === term.start);
        if (again === undefined) throw new Error('The term begins where it began.');
        expect(again.isNegated).toBe(!term.isNegated);
        expect(plain(read(negateSpan(negateSpan(text, term), again)).query)).toEqual(plain(query));
      }),
      { numRuns: 500 },
    );
  });

  it('loses either sign', () => {
    expect(negateSpan('a NOT  type:A', { start: 2, end: 13 })).toBe('a type:A');
    expect(negateSpan('a -type:A', { start: 2, end: 9 })).toBe('a type:A');
    expect(negateSpan('a NOTE', { start: 2, end: 6 })).toBe('a -NOTE');
  });
});

describe('a term that is put into a text', () => {
  const senses = fc.constantFrom('include' as const, 'exclude' as const);

  it('is a condition of everything that is found then, and is put in once', () => {
    fc.assert(
      fc.property(clauseArbitrary(), termArbitrary(), senses, (clause, term, sense) => {
        const text = withTerm(clauseText(clause), term, sense, clock);
        const asked: Clause = sense === 'include' ? term : { kind: 'not', of: term };
        const { query } = read(text);
        const top = query.kind === 'and' ? query.of : [query];
        // Where it was excluded as one of several values, it still is.
        const isHeld = top.some(
          (member) =>
            queryText(member) === queryText(asked) ||
            (sense === 'exclude' && member.kind === 'not' && isOneOf(member.of, term)),
        );
        expect(isHeld).toBe(true);
        expect(withTerm(text, term, sense, clock)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  const isOneOf = (clause: Clause, term: Clause) =>
    clause.kind === 'or' && clause.of.some((member) => queryText(member) === queryText(term));

  it('gives way to its opposite', () => {
    fc.assert(
      fc.property(termArbitrary(), senses, (term, sense) => {
        const opposite = sense === 'include' ? 'exclude' : 'include';
        const text = withTerm('', term, sense, clock);
        expect(withTerm(text, term, opposite, clock)).toBe(withTerm('', term, opposite, clock));
      }),
    );
  });

  it.each([
    ['', 'include', 'type:A'],
    ['  ', 'exclude', '-type:A'],
    ['late ', 'include', 'late type:A'],
    ['type:A late', 'include', 'type:A late'],
    ['NOT type:"A" late', 'include', 'type:A late'],
    ['late type:A', 'exclude', 'late -type:A'],
    ['type:A,B late', 'exclude', 'type:B late -type:A'],
    ['-type:A,B late', 'include', '-type:B late type:A'],
    ['-type:A,B late', 'exclude', '-type:A,B late'],
    ['type:A,B', 'include', 'type:A,B type:A'],
    ['-type:A x -type:A y', 'include', 'x type:A y'],
    ['a OR type:A', 'exclude', '(a OR type:A) -type:A'],
    ['(a OR b)', 'include', '(a OR b) type:A'],
    ['(type:A)', 'exclude', '(type:A) -type:A'],
    ['oops: ', 'include', 'oops: type:A'],
  ] as const)('%j, %s', (text, sense, expected) => {
    const term = { kind: 'name', field: 'type', pattern: { pieces: ['A'] } } as const;
    expect(withTerm(text, term, sense, clock)).toBe(expected);
  });
});

describe('a range of times that is put into a text', () => {
  const instants = fc.bigInt({ min: FIRST_INSTANT, max: LAST_INSTANT });
  const times = fc
    .record({ from: fc.option(instants), to: fc.option(instants) })
    .filter(({ from, to }) => from === null || to === null || from < to);

  it('is the one that its terms leave', () => {
    fc.assert(
      fc.property(
        clauseArbitrary(),
        fc.constantFrom('occurred', 'recorded'),
        times,
        (clause, axis, wanted) => {
          const text = withTimes(clauseText(clause), axis, wanted);
          const isNone = wanted.from === null && wanted.to === null;
          expect(timesOf(read(text).query, axis)).toEqual(isNone ? null : wanted);
          expect(withTimes(text, axis, wanted)).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['', 'occurred:1970-01-01T00:00:00Z..<1970-01-01T00:00:01Z'],
    ['late', 'late occurred:1970-01-01T00:00:00Z..<1970-01-01T00:00:01Z'],
    ['occurred:2h  late', 'occurred:1970-01-01T00:00:00Z..<1970-01-01T00:00:01Z  late'],
    ['a occurred:>2h b occurred:today', 'a occurred:1970-01-01T00:00:00Z..<1970-01-01T00:00:01Z b'],
    [
      '-occurred:2026 recorded:2h',
      '-occurred:2026 recorded:2h occurred:1970-01-01T00:00:00Z..<1970-01-01T00:00:01Z',
    ],
    ['a OR occurred:2h', '(a OR occurred:2h) occurred:1970-01-01T00:00:00Z..<1970-01-01T00:00:01Z'],
  ])('%j', (text, expected) => {
    expect(withTimes(text, 'occurred', { from: 0n, to: 1_000_000n })).toBe(expected);
  });

  it('goes with its bounds', () => {
    const none = { from: null, to: null };
    expect(withTimes('a occurred:2h b occurred:today', 'occurred', none)).toBe('a b');
    expect(withTimes('a OR occurred:2h', 'occurred', none)).toBe('a OR occurred:2h');
    expect(() => withTimes('', 'occurred', { from: 1n, to: 1n })).toThrow('ends behind');
  });
});

describe('the times of a query', () => {
  it.each([
    ['a', null],
    ['occurred:1970-01-02..', { from: 86_400_000_000n, to: null }],
    ['occurred:1970-01-02.. occurred:<1970-01-03 a', { from: 86_400_000_000n, to: 172_800_000_000n }],
    ['occurred:>=1970-01-03 occurred:>=1970-01-02', { from: 172_800_000_000n, to: null }],
    ['-occurred:1970', null],
    ['occurred:1970 OR a', null],
    ['occurred:1970,1971', null],
    ['recorded:1970', null],
  ])('%s', (text, expected) => {
    expect(timesOf(read(text).query, 'occurred')).toEqual(expected);
  });
});
