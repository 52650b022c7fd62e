import { describe, expect, it } from 'vitest';
import { eventsWords, spanWords, stepWords } from './bar-words.ts';

const at = (iso: string) => Date.parse(iso);
const HOUR = { unit: 'hour', every: 1, about: 3_600_000 } as const;
const DAY = { unit: 'day', every: 1, about: 86_400_000 } as const;

describe('bars in words', () => {
  it('are days where they are days of the zone, and times with its offset otherwise', () => {
    const day = [at('2026-03-13T23:00:00Z'), at('2026-03-14T23:00:00Z')] as const;
    expect(spanWords(...day, { step: DAY, clock: 'Europe/Berlin' }, 'Europe/Berlin')).toBe(
      'Sat 14 March 2026',
    );
    expect(
      spanWords(day[0], day[1] + 86_400_000, { step: DAY, clock: 'Europe/Berlin' }, 'Europe/Berlin'),
    ).toBe('Sat 14 March 2026 to Sun 15 March 2026');
    expect(spanWords(...day, { step: DAY, clock: 'UTC' }, 'UTC')).toBe(
      '2026-03-13 23:00 to 2026-03-14 23:00 UTC',
    );
    expect(
      spanWords(at('2026-03-14T09:00:00Z'), at('2026-03-14T10:00:00Z'), { step: HOUR, clock: 'UTC' }, 'UTC'),
    ).toBe('2026-03-14 09:00 to 10:00 UTC');
    expect(
      spanWords(
        at('2026-03-14T00:00:00Z'),
        at('2026-03-15T00:00:00Z'),
        { step: DAY, clock: 'UTC' },
        'Europe/Berlin',
      ),
    ).toBe('2026-03-14 01:00 to 2026-03-15 01:00 +01:00');
  });

  it('say how long they are, and how many events they hold', () => {
    expect([stepWords(HOUR), stepWords({ ...HOUR, every: 6 })]).toEqual(['1 hour', '6 hours']);
    expect([eventsWords(1), eventsWords(1204)]).toEqual(['1 event', '1,204 events']);
  });
});
