import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryArbitrary } from '#testing';
import { queryParts } from './query-parts.ts';
import { queryText } from './query-text.ts';

/** `q` qualifier, `o` operator, `v` value, `t` text. */
const coloured = (text: string) =>
  queryParts(text)
    .filter(({ kind }) => kind !== 'blank')
    .map(({ kind, from, to }) => `${kind.charAt(0)}(${text.slice(from, to)})`)
    .join(' ');

const texts = fc.oneof(
  queryArbitrary().map(queryText),
  fc.string(),
  fc.string({ unit: fc.constantFrom(...'a*,:;.-"\\/()=<>! ~'), maxLength: 20 }),
  fc
    .array(fc.constantFrom('occurred:', 'set:', 'payload.', '"', '..', '<', ',', '=', '/a', ' ', 'OR', '-'), {
      maxLength: 12,
    })
    .map((pieces) => pieces.join('')),
);

describe('the parts of a text', () => {
  it('are the text, one behind the other', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = queryParts(text);
        expect(parts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        expect(parts.every(({ from, to }, at) => from < to && from === (parts[at - 1]?.to ?? 0))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['type:A,B late', 'q(type:) v(A) o(,) v(B) t(late)'],
    ['-actor:"Ann Lind"', 'o(-) q(actor:) v("Ann Lind")'],
    ['(a OR NOT b)', 'o(() t(a) o(OR) o(NOT) t(b) o())'],
    ['payload.a>=1,2', 'q(payload.) v(a) o(>=) v(1) o(,) v(2)'],
    ['set:/lines/~=A/q!=1', 'q(set:) v(/lines/~=A/q) o(!=) v(1)'],
    ['occurred:2026-03-01..<now', 'q(occurred:) v(2026-03-01) o(..<) v(now)'],
    ['version:>=5', 'q(version:) o(>=) v(5)'],
    ['typ:A "no:x"', 't(typ:A) t("no:x")'],
    ['type:"', 'q(type:) v(")'],
  ])('%s', (text, expected) => {
    expect(coloured(text)).toBe(expected);
  });
});
