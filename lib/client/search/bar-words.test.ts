import { describe, expect, it } from 'vitest';
import { barsWords, eventsWords, spanWords, stepWords } from './bar-words.ts';

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

  it('say at which minute they begin where that is no hour of the clock on screen', () => {
    const hours = (step: typeof HOUR | typeof DAY, clock: string, from: string, count = 3) => ({
      step,
      clock,
      bars: Array.from({ length: count }, (_, nth) => ({
        from: at(from) + nth * step.about,
        to: at(from) + (nth + 1) * step.about,
        events: 1,
      })),
    });
    const begun = hours(HOUR, 'UTC', '2026-03-14T09:00:00Z');
    expect(barsWords(begun, 'UTC')).toBe('1 hour');
    expect(barsWords(begun, 'Asia/Kolkata')).toBe('1 hour, as UTC begins them: at :30 of Asia/Kolkata');
    expect(barsWords(begun, 'Asia/Kathmandu')).toBe('1 hour, as UTC begins them: at :45 of Asia/Kathmandu');
    expect(barsWords(begun, 'America/St_Johns')).toBe(
      '1 hour, as UTC begins them: at :30 of America/St Johns',
    );
    expect(barsWords(begun, 'Asia/Tokyo')).toBe('1 hour, as UTC begins them');
    // 2:00 is followed by 2:30 there.
    expect(barsWords(hours(HOUR, 'UTC', '2026-10-03T14:00:00Z'), 'Australia/Lord_Howe')).toBe(
      '1 hour, as UTC begins them',
    );
    expect(barsWords(hours(DAY, 'UTC', '2026-03-14T00:00:00Z'), 'Asia/Kolkata')).toBe(
      '1 day, as UTC begins them',
    );
  });

  it('say how long they are, and how many events they hold', () => {
    expect([stepWords(HOUR), stepWords({ ...HOUR, every: 6 })]).toEqual(['1 hour', '6 hours']);
    expect([eventsWords(1), eventsWords(1204)]).toEqual(['1 event', '1,204 events']);
  });
});
