import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '#core';
import { readOverviewRange } from './overview-range.ts';

const at = (text: string): bigint => {
  const read = parseInstant(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.micros;
};
const NOW = at('2026-11-28T16:30:10.5Z');

function range(from: string, to = '', zone = 'UTC') {
  const read = readOverviewRange({ from, to, zone }, NOW);
  if (!read.ok) return read.error;
  const [begin, end] = [read.value.from, read.value.to];
  return [begin === null ? null : formatInstant(begin), end === null ? null : formatInstant(end)];
}

describe('the range of an overview', () => {
  it('has no bounds where none are written', () => {
    expect(range('')).toEqual([null, null]);
  });

  it('begins with a whole hour, or a day of the zone, where it is a quick one, and ends nowhere', () => {
    expect(range('24h')).toEqual(['2026-11-27T16:00:00Z', null]);
    expect(range('7d')).toEqual(['2026-11-21T16:00:00Z', null]);
    expect(range('30d')).toEqual(['2026-10-29T00:00:00Z', null]);
    expect(range('1y')).toEqual(['2025-11-28T00:00:00Z', null]);
    expect(range('24h', '', 'Asia/Kolkata')).toEqual(['2026-11-27T16:00:00Z', null]);
    expect(range('30d', '', 'Asia/Kolkata')).toEqual(['2026-10-28T18:30:00Z', null]);
    expect(range('25h')).toEqual(['2026-11-27T15:30:10.500Z', null]);
  });

  it('takes the whole of a last day or month, on the clock of the zone, but nothing behind an instant', () => {
    expect(range('2026-03-01', '2026-03-31')).toEqual(['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z']);
    expect(range('', '2026-03', 'Europe/Berlin')).toEqual([null, '2026-03-31T22:00:00Z']);
    expect(range('', '2026-04-01T00:00:00Z')).toEqual([null, '2026-04-01T00:00:00Z']);
    expect(range('90d', '30d')).toEqual(['2026-08-30T16:30:10.500Z', '2026-10-29T16:30:10.500Z']);
  });

  it('is refused in words where it cannot be read, ends before it begins, or has no such zone', () => {
    expect(range('soon')).toMatchObject({
      code: 'CS-114',
      message: expect.stringContaining('"soon" is no time'),
    });
    expect(range('', 'soon')).toMatchObject({ message: expect.stringContaining('cannot end there') });
    expect(range('2026-04', '2026-03')).toMatchObject({
      message: expect.stringContaining('before it begins'),
    });
    expect(range('', '', 'Mars/Base')).toMatchObject({ code: 'CS-124' });
  });
});
