import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textArbitrary } from '#testing';
import { parsePast, withQuery, writePast } from './past-queries.ts';

describe('past queries', () => {
  it('are read as they were written', () => {
    const queries = fc.array(textArbitrary, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(textArbitrary, queries)), (rows) => {
        const past = new Map(rows);
        expect(parsePast(writePast(past))).toEqual(past);
      }),
    );
  });

  it('come newest first, each once', () => {
    expect(withQuery(['b', 'a'], ' a ')).toEqual(['a', 'b']);
    expect(withQuery(['b', 'a'], 'c')).toEqual(['c', 'b', 'a']);
    expect(withQuery(['a'], '  ')).toEqual(['a']);
  });

  it('are not more than a list has room for', () => {
    const many = Array.from({ length: 40 }, (_none, nth) => `q${nth}`);
    const kept = many.reduce<readonly string[]>(withQuery, []);
    expect([kept.length, kept[0]]).toEqual([30, 'q39']);
  });

  it.each([null, '', '{', '7', '[7,["main"],["main",[1]]]'])('in %s there are none', (text) => {
    expect([...parsePast(text).values()].flat()).toEqual([]);
  });
});
