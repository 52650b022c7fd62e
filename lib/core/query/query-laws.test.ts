import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseArbitrary, queryArbitrary, termArbitrary } from '#testing';
import { parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';
import { clauseText, queryText } from './query-text.ts';
import { termText } from './term-text.ts';

const clock = { now: 1_772_000_000_000_000n, zone: 'Europe/Berlin' };

const treeOf = (text: string): Query => {
  const parsed = parseQuery(text, clock);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value.query;
};

/** Made of what means something to the language, so that most of it almost reads. */
const almost = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'()-"*\\,:./<>=! \t~'),
      fc.constantFrom(
        'type:',
        'payload.a',
        'set:/a',
        'occurred:',
        'version:',
        '..',
        '>=',
        ' AND ',
        ' OR ',
        'NOT ',
      ),
      fc.constantFrom(
        'a',
        'typ:',
        '5',
        '2026-03-01',
        '2h',
        '1e3',
        'é',
        '\ud800',
        'x:y',
        'a=b',
        'is:',
        'late',
      ),
      termArbitrary().map(termText),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the language', () => {
  it('reads back every tree that it writes', () => {
    fc.assert(
      fc.property(queryArbitrary(), (query) => {
        expect(treeOf(queryText(query))).toEqual(query);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads every term back by itself', () => {
    fc.assert(
      fc.property(termArbitrary(), (term) => {
        expect(treeOf(termText(term))).toEqual(term);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has one writing for what it reads', () => {
    fc.assert(
      fc.property(almost, (text) => {
        const parsed = parseQuery(text, clock);
        if (!parsed.ok) return;
        const written = queryText(parsed.value.query);
        expect(treeOf(written)).toEqual(parsed.value.query);
        expect(queryText(treeOf(written))).toBe(written);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows where each term stands', () => {
    fc.assert(
      fc.property(clauseArbitrary(), (clause) => {
        const text = clauseText(clause);
        const parsed = parseQuery(text, clock);
        if (!parsed.ok) throw new Error(parsed.error.message);
        let before = 0;
        for (const { start, end, clause: term, isNegated } of parsed.value.terms) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(treeOf(text.slice(start, end))).toEqual(isNegated ? { kind: 'not', of: term } : term);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('refuses what it cannot read with a place in the text, and only suggests what is nearer to being read', () => {
    let refused = 0;
    let suggested = 0;
    fc.assert(
      fc.property(fc.oneof(almost, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseQuery(text, clock);
        if (parsed.ok) return;
        refused += 1;
        const { at, end, message, suggestion } = parsed.error;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/[.)"…]$/);
        if (suggestion === null) return;
        suggested += 1;
        const again = parseQuery(suggestion, clock);
        if (!again.ok) expect(suggestion.length - again.error.at).toBeLessThan(text.length - at);
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(500);
    expect(suggested).toBeGreaterThan(100);
  });

  it.each([
    '(',
    '-',
    '"',
    '\\',
    ')',
    '*',
    'a:',
    '(a ',
    '-(',
    '""',
    '"a" ',
    ',',
    '..',
    'NOT ',
    'a OR ',
    '/',
    '~',
  ])('answers 4,096 characters of %j, and refuses one more', (part) => {
    const text = part.repeat(4_096).slice(0, 4_096);
    const parsed = parseQuery(text, clock);
    if (!parsed.ok) expect(parsed.error.end).toBeLessThanOrEqual(text.length);
    for (const head of ['type:', 'payload.', 'set:/a=', 'occurred:', 'version:', 'path:', 'entity:'])
      parseQuery(head + text.slice(head.length), clock);
    const more = parseQuery(`${text} `, clock);
    expect(more.ok ? null : more.error.code).toBe('CS-151');
  });
});
