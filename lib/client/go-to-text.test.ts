import { describe, expect, it } from 'vitest';
import { goToText } from './go-to-text.ts';

describe('what is typed into Go to', () => {
  it.each([
    [' 812 ', '812'],
    ['#33', '33'],
    ['1,206', '1206'],
    ['#1,206', '1206'],
    ['1\u202f234\u202f567', '1234567'],
    ["1'206", '1206'],
  ])('%j is the version %s', (typed, text) => {
    expect(goToText(typed)).toBe(text);
  });

  it.each(['latest', '@81204', '2026-03-03T14:02:11Z', '1,2', '1.206', ',206', 'next Tuesday'])(
    'leaves %s as it is',
    (typed) => {
      expect(goToText(typed)).toBe(typed);
    },
  );
});
