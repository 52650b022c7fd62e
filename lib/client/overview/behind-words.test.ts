import { expect, it } from 'vitest';
import { behindWords } from './behind-words.ts';

it('counts what lies between two positions, which may be more than a double holds', () => {
  expect(behindWords('1234567', '1')).toBe('1,234,566 events');
  expect(behindWords('9007199254740993', '9007199254740992')).toBe('1 event');
  expect(behindWords('7', '7')).toBeNull();
  expect(behindWords('7', '8')).toBeNull();
});
