import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOfText, TEXT_KINDS, textOfNumber } from './text-kinds.ts';

const anyText = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '-1',
    '1.10',
    '1.1',
    '0.001',
    '0.0001',
    '1e2',
    '9007199254740993',
    '999999999999.999',
  ),
  fc.constantFrom(
    '"2026-02-30T00:00:00Z"',
    '"2026-03-03T24:00:00Z"',
    '"0000-01-01T00:00:00Z"',
    '"2026-03-03"',
  ),
  fc.constantFrom('"1969-12-31T23:59:59.999Z"', '"9999-12-31T23:59:59.999999Z"', '"2016-12-31T23:59:60Z"'),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((number) => String(number / 1_000)),
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((date) => `"${date.toISOString()}"`),
  fc.string().map((text) => JSON.stringify(text)),
);

it('a text that a kind takes comes back letter for letter', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: TEXT_KINDS.length - 1 }), (text, kind) => {
      const number = numberOfText(kind, text);
      if (number !== null) expect(textOfNumber(kind, number)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

it.each<[(typeof TEXT_KINDS)[number], string, number | null]>([
  ['integer', '12', 12],
  ['integer', '-7', -7],
  ['integer', '1.5', null],
  ['integer', '01', null],
  ['tenths', '1.5', 15],
  ['hundredths', '19.99', 1999],
  ['hundredths', '1.10', null],
  ['thousandths', '0.001', 1],
  ['seconds', '"1970-01-01T00:00:01Z"', 1],
  ['seconds', '"1970-01-01T00:00:01.000Z"', null],
  ['milliseconds', '"1969-12-31T23:59:59.999Z"', -1],
  ['microseconds', '"1970-01-01T00:00:00.000001Z"', 1],
  ['seconds', '"2026-02-30T00:00:00Z"', null],
])('%s: %s', (kind, text, number) => {
  expect(numberOfText(TEXT_KINDS.indexOf(kind), text)).toBe(number);
});
