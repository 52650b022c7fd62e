import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NumberLiteral } from '../json/value.ts';
import { FIRST_INSTANT, formatInstant, LAST_INSTANT, parseInstant } from './instant.ts';
import { parseTimestamp } from './timestamp.ts';

const anyInstant = fc.bigInt({ min: FIRST_INSTANT, max: LAST_INSTANT });

const microsOf = (text: string) => {
  const instant = parseInstant(text);
  return instant.ok ? instant.value.micros : instant.error.code;
};

describe('laws', () => {
  test('an instant survives being written and read, before 1970 too', () => {
    fc.assert(
      fc.property(fc.oneof(anyInstant, fc.bigInt({ min: -5_000_000n, max: 5_000_000n })), (micros) => {
        expect(parseInstant(formatInstant(micros))).toEqual({ ok: true, value: { micros, leap: false } });
        expect(parseTimestamp(formatInstant(micros))).toEqual({
          ok: true,
          value: { micros, leap: false, text: null },
        });
      }),
    );
  });

  test('digits beyond six never move an instant, on either side of 1970', () => {
    fc.assert(
      fc.property(anyInstant, fc.stringMatching(/^\d{1,9}$/), (micros, digits) => {
        const second = formatInstant(micros - (((micros % 1_000_000n) + 1_000_000n) % 1_000_000n)).slice(
          0,
          19,
        );
        const fraction = String(((micros % 1_000_000n) + 1_000_000n) % 1_000_000n).padStart(6, '0');
        expect(microsOf(`${second}.${fraction}${digits}Z`)).toBe(micros);
      }),
    );
  });

  test('an offset is taken off', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1439, max: 1439 }), (minutes) => {
        const size = Math.abs(minutes);
        const clock = [Math.floor(size / 60), size % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        const at = microsOf(`2020-02-29T12:00:00${minutes < 0 ? '-' : '+'}${clock}`);
        expect(at).toBe(BigInt(Date.UTC(2020, 1, 29, 12)) * 1000n - BigInt(minutes) * 60_000_000n);
      }),
    );
  });

  test('epoch numbers are told apart by size and floored', () => {
    const microsOfEpoch = (value: string) => {
      const stamp = parseTimestamp(new NumberLiteral(value));
      return stamp.ok ? stamp.value.micros : stamp.error.code;
    };
    // Outside of early 1970, where a small count of milliseconds looks like seconds.
    const sized = fc.oneof(
      fc.bigInt({ min: 10_000_000_000_000n, max: LAST_INSTANT }),
      fc.bigInt({ min: FIRST_INSTANT + 1_000_000n, max: -10_000_000_000_000n }),
    );
    fc.assert(
      fc.property(sized, (micros) => {
        const floored = (unit: bigint) => micros - (((micros % unit) + unit) % unit);
        expect(microsOfEpoch(String(micros))).toBe(micros);
        expect(microsOfEpoch(String(floored(1000n) / 1000n))).toBe(floored(1000n));
        expect(microsOfEpoch(String(floored(1_000_000n) / 1_000_000n))).toBe(floored(1_000_000n));
        expect(microsOfEpoch(`${micros}001`)).toBe(micros > 0n ? micros : micros - 1n);
      }),
    );
  });
});

test.each([
  ['1970-01-01T00:00:00Z', 0n],
  ['1969-12-31T23:59:59.9999999Z', -1n],
  ['1937-01-01T12:00:27.87+00:20', -1041337172130000n],
  ['2016-12-31T23:59:60.999Z', 1483228799999999n],
  ['1685-01-01T00:00:00Z', FIRST_INSTANT],
  ['1684-12-31T23:30:00-00:30', FIRST_INSTANT],
  ['2255-12-31T23:59:59.999999Z', LAST_INSTANT],
  ['1684-12-31T23:59:59.999999Z', 'CS-122'],
  ['2255-12-31T23:30:00-00:30', 'CS-122'],
  ['0000-01-01T00:00:00Z', 'CS-122'],
  ['9999-12-31T23:59:59Z', 'CS-122'],
  ['2026-02-29T00:00:00Z', 'CS-121'],
  ['2100-02-29T00:00:00Z', 'CS-121'],
  ['2026-04-31T00:00:00Z', 'CS-121'],
  ['2026-00-10T00:00:00Z', 'CS-121'],
  ['2026-01-00T00:00:00Z', 'CS-121'],
  ['2026-01-01T00:00:00+518:00', 'CS-121'],
  ['2026-01-01T00:00:00+24:00', 'CS-121'],
  ['2026-01-01T00:00:00+01:60', 'CS-121'],
  ['2026-01-01T00:00:60Z', 'CS-121'],
  ['2026-01-01 00:00:00Z', 'CS-120'],
  ['2026-01-01T00:00:00', 'CS-120'],
  ['2026-01-01', 'CS-120'],
])('%s is %s', (text, expected) => {
  expect(microsOf(text)).toBe(expected);
});

test.each([
  [0n, '1970-01-01T00:00:00Z'],
  [-1n, '1969-12-31T23:59:59.999999Z'],
  [-1_000n, '1969-12-31T23:59:59.999Z'],
  [120_000n, '1970-01-01T00:00:00.120Z'],
  [120_010n, '1970-01-01T00:00:00.120010Z'],
])('%s is written %s', (micros, text) => {
  expect(formatInstant(micros)).toBe(text);
});

describe('parseTimestamp', () => {
  const stamp = (value: Parameters<typeof parseTimestamp>[0], zone?: string) => {
    const result = parseTimestamp(value, zone === undefined ? {} : { zone });
    return result.ok ? [formatInstant(result.value.micros), result.value.text] : result.error.code;
  };

  test.each([
    ['2026-03-03T14:02:11.123456789Z', ['2026-03-03T14:02:11.123456Z', '2026-03-03T14:02:11.123456789Z']],
    ['2026-03-03T14:02:11+02:00', ['2026-03-03T12:02:11Z', '2026-03-03T14:02:11+02:00']],
    ['2026-03-03 14:02:11Z', ['2026-03-03T14:02:11Z', '2026-03-03 14:02:11Z']],
    ['2026-03-03T14:02:11Z', ['2026-03-03T14:02:11Z', null]],
    [1_700_000_000, ['2023-11-14T22:13:20Z', null]],
    ['1700000000', ['2023-11-14T22:13:20Z', null]],
    [1_700_000_000_123, ['2023-11-14T22:13:20.123Z', null]],
    [1_700_000_000_123_456, ['2023-11-14T22:13:20.123456Z', null]],
    ['1700000000123456789', ['2023-11-14T22:13:20.123456Z', '1700000000123456789']],
    [1_700_000_000.25, ['2023-11-14T22:13:20.250Z', null]],
    [new NumberLiteral('1.7e9'), ['2023-11-14T22:13:20Z', null]],
    ['-0.0000001', ['1969-12-31T23:59:59.999999Z', '-0.0000001']],
    [new NumberLiteral('1e400'), 'CS-122'],
    [9_500_000_000, 'CS-122'],
    ['yesterday', 'CS-120'],
    ['', 'CS-120'],
    [null, 'CS-120'],
    [true, 'CS-120'],
    ['2026-03-03T14:02:11', 'CS-123'],
  ])('%s', (value, expected) => {
    expect(stamp(value)).toEqual(expected);
  });

  test.each(['2026-01-01 00:00:00X', '2026-01-01 00:00'])('%s is quoted as it was written', (value) => {
    const read = parseTimestamp(value);
    expect(read.ok || read.error.message).toContain(`"${value}" is not an instant`);
  });

  test.each([
    ['2026-07-01 12:00:00', 'Europe/Berlin', '2026-07-01T10:00:00Z'],
    ['2026-01-01T12:00:00.5', 'America/New_York', '2026-01-01T17:00:00.500Z'],
    ['2026-07-01 12:00:00', 'UTC', '2026-07-01T12:00:00Z'],
    ['2026-07-01 12:00:00', 'Z', '2026-07-01T12:00:00Z'],
    ['2026-07-01 12:00:00', '-03:30', '2026-07-01T15:30:00Z'],
    ['2026-10-25 01:59:59', 'Europe/Berlin', '2026-10-24T23:59:59Z'],
    // Shown twice: the earlier, summer reading counts.
    ['2026-10-25 02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25 03:00:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    ['2026-11-01 01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-03-29 01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59Z'],
    ['2026-03-29 02:00:00', 'Europe/Berlin', 'CS-125'],
    ['2026-03-29 02:59:59.999', 'Europe/Berlin', 'CS-125'],
    ['2026-03-29 03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    // A whole day was skipped when Samoa crossed the date line.
    ['2011-12-30 12:00:00', 'Pacific/Apia', 'CS-125'],
    ['2017-01-01 00:59:60', 'Europe/Berlin', '2016-12-31T23:59:59.999999Z'],
    ['2026-07-01 12:00:00', 'Mars/Olympus', 'CS-124'],
    ['2026-07-01 12:00:00', '+99:00', 'CS-121'],
  ])('%s in %s is %s', (text, zone, expected) => {
    const result = stamp(text, zone);
    expect(result).toEqual(expected.startsWith('CS-') ? expected : [expected, text]);
  });

  test('an offset in the text counts more than the zone', () => {
    expect(stamp('2026-07-01T12:00:00Z', 'Europe/Berlin')).toEqual(['2026-07-01T12:00:00Z', null]);
  });
});
