import { expect, test } from 'vitest';
import { sharedText } from '#testing';
import { parseInstant } from './instant.ts';
import { parseTimestamp } from './timestamp.ts';

interface Group {
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const groups = JSON.parse(
  sharedText('vectors/date-time/tests/draft2020-12/optional/format/date-time.json'),
) as Group[];

// A format says nothing of numbers, objects and so on; only the texts are ours to judge.
const cases = groups
  .flatMap((group) => group.tests)
  .flatMap(({ description, data, valid }) =>
    typeof data === 'string' ? [{ description, data, valid }] : [],
  );

test('the suite is there', () => expect(cases.length).toBeGreaterThan(20));

test.each(cases)('date-time: $description', ({ data, valid }) => {
  expect(parseInstant(data).ok).toBe(valid);
  expect(parseTimestamp(data).ok).toBe(valid);
});
