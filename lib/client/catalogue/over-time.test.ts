import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { overTime } from './over-time.ts';

const HOUR = 3_600_000_000n;

describe('events over time', () => {
  it('are all there, in no more parts than can be drawn', () => {
    const hours = fc.uniqueArray(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 60 }), (all, most) => {
        const counts = all
          .sort((a, b) => a - b)
          .map((hour) => ({ at: formatInstant(BigInt(hour) * HOUR), events: hour + 1 }));
        const drawn = overTime({ counts, width: String(HOUR) }, most);
        expect(drawn?.counts.length).toBeLessThanOrEqual(most);
        expect(drawn?.counts.reduce((sum, count) => sum + count)).toBe(
          counts.reduce((sum, { events }) => sum + events, 0),
        );
        expect(drawn?.from).toBe(BigInt(all[0] ?? 0) * HOUR);
      }),
    );
  });

  it('are nothing where nothing was counted', () => {
    expect(overTime({ counts: [], width: String(HOUR) }, 10)).toBeNull();
  });
});
