import { expect, it } from 'vitest';
import { parentPointer, pointerSteps, pointerWords } from './pointer-words.ts';

it.each([
  ['', 'the whole value'],
  ['/', '""'],
  ['/a/ /b ', 'a › "␣" › "b␣"'],
  ['/customer/address', 'customer › address'],
  ['/a~1b/m~0n', 'a/b › m~n'],
  ['/~01', '~1'],
  ['/lines/~=A-100/quantity', 'lines › A-100 › quantity'],
  ['/lines/~=a~1b', 'lines › a/b'],
  ['/lines/~:1.10/price', 'lines › 1.10 › price'],
  ['/ ', '"␣"'],
  ['/ id/two words/tail  ', '"␣id" › two words › "tail␣␣"'],
  ['/\u00a0', '"⍽"'],
  ['/\t', '"\t"'],
])('%j reads %s', (pointer, words) => {
  expect(pointerWords(pointer)).toBe(words);
});

it('walks up to the root and stays there', () => {
  expect(parentPointer('/a/b')).toBe('/a');
  expect(parentPointer('/a')).toBe('');
  expect(parentPointer('')).toBe('');
  expect(pointerSteps('/a//b')).toEqual(['a', '', 'b']);
});
