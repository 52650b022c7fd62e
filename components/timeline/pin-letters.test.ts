import { describe, expect, it } from 'vitest';
import { besideLetters, keptInside, type Letter } from './pin-letters.ts';

const a: Letter = { from: 100, to: 119 };
const b: Letter = { from: 120, to: 139 };

describe('the letter of a pin', () => {
  it('keeps inside the edges', () => {
    expect([-50, 3, 400, 999, 2000].map((x) => keptInside(x, 1000))).toEqual([22, 22, 400, 978, 978]);
  });
});

describe('a label beside the letters of the pins', () => {
  it('stays where no letter is', () => {
    expect(besideLetters(10, 40, [])).toBe(10);
    expect(besideLetters(50, 40, [a])).toBe(50);
    expect(besideLetters(130, 40, [a])).toBe(130);
  });

  it('moves behind the letter that would cover it, and behind the next', () => {
    expect(besideLetters(110, 40, [a])).toBe(123);
    expect(besideLetters(110, 40, [b, a])).toBe(143);
  });

  it('is touched by neither side', () => {
    expect(besideLetters(98, 40, [a])).toBe(123);
    expect(besideLetters(70, 29, [a])).toBe(123);
    expect(besideLetters(120, 40, [a])).toBe(123);
  });
});
