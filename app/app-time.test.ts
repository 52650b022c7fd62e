import { describe, expect, it } from 'vitest';
import { askedTime } from './app-time.ts';

const asked = (address: string) => askedTime(new URLSearchParams(address));

describe('the moment that a page is asked for', () => {
  it('is taken as it stands where it is one', () => {
    expect(asked('asof=2026-03-14T12:00:00%2B01:00&axis=occurred&tz=Europe/Berlin')).toEqual({
      time: { asOf: '2026-03-14T12:00:00+01:00', axis: 'occurred', zone: 'Europe/Berlin' },
      refused: null,
      isSettled: true,
    });
    expect(asked('asof=@12')).toMatchObject({ time: { asOf: '@12' }, isSettled: true });
  });

  it('is settled where it was written by hand', () => {
    expect(asked('asof=2026-03-14&tz=Europe/Berlin')).toMatchObject({
      time: { asOf: '2026-03-13T23:00:00Z' },
      isSettled: false,
    });
    expect(asked('asof=2026-03-14&tz=local')).toMatchObject({ time: { asOf: '2026-03-14T00:00:00Z' } });
  });

  it('is now where it is none, and says so', () => {
    expect(asked('asof=soon&axis=occurred')).toMatchObject({
      time: { asOf: null, axis: 'occurred' },
      refused: { typed: 'soon' },
      isSettled: true,
    });
  });
});
