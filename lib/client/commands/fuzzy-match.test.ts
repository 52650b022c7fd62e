import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy-match.ts';

const score = (typed: string, text: string) => fuzzyMatch(typed, text)?.score ?? Number.NEGATIVE_INFINITY;
const marked = (typed: string, text: string) => {
  const at = fuzzyMatch(typed, text)?.at ?? [];
  return [...text].map((character, nth) => (at.includes(nth) ? character.toUpperCase() : character)).join('');
};
const word = fc.string({ unit: fc.constantFrom(...'abAB1-_/.é'), minLength: 1, maxLength: 12 });

describe('a fuzzy match', () => {
  it('is there exactly where the characters are, in their order', () => {
    const inOrder = (typed: string, text: string) =>
      [...typed.toLowerCase()].reduce((from, character) => {
        const found = from < 0 ? -1 : text.toLowerCase().indexOf(character, from);
        return found < 0 ? -1 : found + 1;
      }, 0) >= 0;
    fc.assert(
      fc.property(word, word, (typed, text) => {
        const match = fuzzyMatch(typed, text);
        expect(match !== null).toBe(inOrder(typed, text));
        if (match === null) return;
        expect(match.at.map((index) => text[index]?.toLowerCase()).join('')).toBe(typed.toLowerCase());
      }),
    );
  });

  it('finds itself best', () => {
    fc.assert(
      fc.property(word, word, (text, more) => {
        expect(score(text, text)).toBeGreaterThan(score(text, text + more));
      }),
    );
  });

  it.each([
    ['nos', 'Next OrderShipped', 'State of notes'],
    ['du', 'Diff, unified', 'Bad udder'],
    ['ship', 'OrderShipped', 'Set hours in path'],
    ['4711', 'order/4711', 'order/41711'],
    ['p-1', 'parcel/p-1', 'parcel/p-10'],
    ['sb', 'Set B here', 'Absorb'],
  ])('prefers, for %s, %s to %s', (typed, better, worse) => {
    expect(score(typed, better)).toBeGreaterThan(score(typed, worse));
  });

  it('marks what reads best, not what comes first', () => {
    expect(marked('abc', 'a_b_c_abc')).toBe('a_b_c_ABC');
    expect(marked('ship', 'sent_his_own_ship')).toBe('sent_his_own_SHIP');
  });

  it('takes words in any order and needs them all', () => {
    expect(fuzzyMatch('4711 order', 'order/4711')).not.toBeNull();
    expect(fuzzyMatch('4711 user', 'order/4711')).toBeNull();
    expect(fuzzyMatch(' ', 'anything')).toEqual({ score: 0, at: [] });
  });
});
