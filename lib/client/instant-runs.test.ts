import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantRuns } from './instant-runs.ts';

const kept = (text: string) => instantRuns(text).flatMap((run) => (run.isKept ? [run.text] : []));

describe('runs of dates and times', () => {
  it('are the text when they are joined', () => {
    const pieces = fc.constantFrom(
      '2026-06-16',
      'T02:00:00.000058Z',
      '10:03',
      ' ',
      '-',
      ':',
      'a',
      '7',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        expect(
          instantRuns(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it.each([
    ['2026-06-16T02:00:00.000058Z', ['2026-06-16', 'T02:00:00.000058Z']],
    [
      'from 2026-06-16 02:00 to 2026-06-30T02:00:00+01:00.',
      ['2026-06-16', '02:00', '2026-06-30', 'T02:00:00+01:00'],
    ],
    ['on 2026-06-16.', ['2026-06-16']],
  ])('keep in %s what is read as one', (text, expected) => expect(kept(text)).toEqual(expected));

  it.each(['12026-06-16', '2026-06-166', 'a:b', '1.2.3', '10:03:04:05'])('leave %s alone', (text) =>
    expect(kept(text)).toEqual([]),
  );
});
