import { expect, it } from 'vitest';
import { testStream } from '#client/playhead-test-stream';
import { EVENT_FLAGS } from '#core';
import { marksOf } from './event-marks.ts';

const event = testStream([{ at: 0n }]).header(1);

it('marks are all explained', () => {
  const flags = EVENT_FLAGS.recordedWentBack | EVENT_FLAGS.notADocument;
  const marks = marksOf({ ...event, flags, removed: true, late: true });
  expect(marks.map(({ text }) => text)).toEqual(['removed', 'late', 'clock back', 'not a document']);
  expect(marks.every(({ explanation }) => explanation.endsWith('.'))).toBe(true);
  expect(marksOf({ ...event, mark: { kind: 'foldError', message: 'boom' } })).toEqual([
    {
      text: 'fold error',
      explanation: expect.stringMatching(/^boom\. The state stayed as it was\./),
      tone: 'warn',
    },
  ]);
});
