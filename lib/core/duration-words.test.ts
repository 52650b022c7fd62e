import { expect, it } from 'vitest';
import { durationWords } from './duration-words.ts';

it.each([
  [0n, '0 µs'],
  [999n, '999 µs'],
  [40_000n, '40 ms'],
  [3_250_000n, '3.2 s'],
  [60_000_000n, '1 min'],
  [725_900_000n, '12 min 5 s'],
  [7_200_000_000n, '2 h'],
  [187_200_000_000n, '2 d 4 h'],
  [86_400_000_000n * 1_234n + 1n, '1,234 d'],
  [-60_000_000n, '−1 min'],
])('says %s microseconds as %s', (micros, words) => {
  expect(durationWords(micros)).toBe(words);
});
