import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationWords } from './duration-words.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000_000n, 60_000_000n, 3_600_000_000n, 86_400_000_000n];

describe('durations', () => {
  it.each([
    [0n, '0 µs'],
    [999n, '999 µs'],
    [40_000n, '40 ms'],
    [2_382n, '2.4 ms'],
    [3_250_000n, '3.3 s'],
    [60_000_000n, '1 min'],
    [725_900_000n, '12 min 6 s'],
    [7_200_000_000n, '2 h'],
    [187_200_000_000n, '2 d 4 h'],
    [DAY * 1_234n + 1n, '1,234 d'],
    [-60_000_000n, '−1 min'],
    // 7 ms less than 1 d 16 h.
    [DAY + 16n * HOUR - 7_000n, '1 d 16 h'],
    [13n * DAY + 22n * HOUR + 52n * MINUTE, '13 d 23 h'],
    // What is rounded up to a whole of the next unit is said in that.
    [DAY - 100_000n, '1 d'],
    [2n * DAY - 1n, '2 d'],
    [HOUR - 1n, '1 h'],
    [2n * HOUR - 10n * SECOND, '2 h'],
    [MINUTE - 40_000n, '1 min'],
    [SECOND - 1n, '1 s'],
  ])('says %s microseconds as %s', (micros, words) => {
    expect(durationWords(micros)).toBe(words);
  });

  it('are never further from the truth than half of the last unit that is said', () => {
    const durations = fc.oneof(
      fc.bigInt({ min: 0n, max: 4_000_000n }),
      fc.bigInt({ min: 0n, max: 4n * DAY }),
      fc.bigInt({ min: 0n, max: 200_000n * DAY }),
      // Beside the whole of a unit.
      fc
        .tuple(fc.constantFrom(SECOND, MINUTE, HOUR, DAY), fc.bigInt(1n, 99n), fc.bigInt(-2_000_000n, 1n))
        .map(([unit, count, off]) => unit * count + off)
        .filter((micros) => micros >= 0n),
    );
    fc.assert(
      fc.property(durations, (micros) => {
        const { said, last } = read(durationWords(micros));
        const off = said > micros ? said - micros : micros - said;
        expect(off * 2n).toBeLessThanOrEqual(last);
      }),
    );
  });

  it('are said in units that do not reach the next', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999n * DAY }), (micros) => {
        for (const [, count = '', unit = ''] of durationWords(micros).matchAll(PART))
          expect(Number(count.replace(',', ''))).toBeLessThan(ENDS[unit] ?? 0);
      }),
    );
  });
});

const PART = /([\d,.]+) (µs|ms|s|min|h|d)/g;

const ENDS: Readonly<Record<string, number>> = { µs: 1000, ms: 1000, s: 60, min: 60, h: 24, d: 10_000 };

const LENGTHS: Readonly<Record<string, bigint>> = {
  µs: 1n,
  ms: 1_000n,
  s: SECOND,
  min: MINUTE,
  h: HOUR,
  d: DAY,
};

/** Microseconds; the last unit is a tenth of one where tenths are said. */
function read(words: string): { readonly said: bigint; readonly last: bigint } {
  let [said, last] = [0n, 0n];
  for (const [, count = '', unit = ''] of words.matchAll(PART)) {
    const [whole = '', tenths] = count.replaceAll(',', '').split('.');
    const length = LENGTHS[unit] ?? 0n;
    said += BigInt(whole) * length + (BigInt(tenths ?? 0) * length) / 10n;
    last = tenths === undefined ? length : length / 10n;
  }
  return { said, last };
}
