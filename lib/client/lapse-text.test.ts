import { expect, it } from 'vitest';
import { lapseText } from './lapse-text.ts';

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [59_999, '59 s'],
  [3_600_000, '1 h'],
  [12.9 * 86_400_000, '12 d'],
  [1.49 * 365.25 * 86_400_000, '1.4 y'],
  [12.9 * 365.25 * 86_400_000, '12 y'],
])('%d ms last %s', (ms, text) => {
  expect(lapseText(ms)).toBe(text);
});
