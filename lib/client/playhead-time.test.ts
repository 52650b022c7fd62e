import { describe, expect, it } from 'vitest';
import { timeOfAddress } from './address-time.ts';
import { playheadTime } from './playhead-time.ts';

const CLOCK = 1_773_489_600_000_000n;

describe('where the app stands while a playhead says it', () => {
  it('is now at the newest event', () => {
    expect(playheadTime(null, CLOCK, 'occurred', 'Europe/Berlin')).toEqual({
      asOf: null,
      axis: 'recorded',
      zone: 'Europe/Berlin',
    });
  });

  it('is the moment of the address where that means the same to every entity', () => {
    expect(playheadTime('@81204', CLOCK, 'recorded', null).asOf).toBe('@81204');
    expect(playheadTime('2026-03-14T12:00:00Z', CLOCK, 'occurred', null)).toEqual({
      asOf: '2026-03-14T12:00:00Z',
      axis: 'occurred',
      zone: null,
    });
  });

  it('is the time of the event where the address says a version', () => {
    expect(playheadTime('12', CLOCK, 'recorded', null).asOf).toBe('2026-03-14T12:00:00Z');
    expect(playheadTime('12', null, 'recorded', null).asOf).toBeNull();
  });

  it('is read from the address of any page', () => {
    const read = (query: string) => timeOfAddress(new URLSearchParams(query));
    expect(read('asof=@7&axis=occurred')).toEqual({ asOf: '@7', axis: 'occurred', zone: null });
    expect(read('at=@7&axis=occurred&tz=local')).toEqual({ asOf: '@7', axis: 'occurred', zone: 'local' });
    expect(read('ns=demo')).toEqual({ asOf: null, axis: 'recorded', zone: null });
  });
});
