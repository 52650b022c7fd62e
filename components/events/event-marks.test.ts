import { expect, it } from 'vitest';
import { testStream } from '#client/playhead-test-stream';
import { EVENT_FLAGS } from '#core';
import { marksOf } from './event-marks.ts';

const event = testStream([{ at: 0n }]).header(1);

it('marks are all explained', () => {
  const flags = EVENT_FLAGS.recordedWentBack | EVENT_FLAGS.notADocument;
  const marks = marksOf({ ...event, flags, removed: true, late: true }, []);
  expect(marks.map(({ text }) => text)).toEqual(['removed', 'late', 'clock back', 'not a document']);
  expect(marks.every(({ explanation }) => explanation.endsWith('.'))).toBe(true);
  expect(marksOf({ ...event, mark: { kind: 'foldError', message: 'boom' } }, [])).toEqual([
    {
      text: 'fold error',
      explanation: expect.stringMatching(/^boom\. The state stayed as it was\./),
      tone: 'warn',
    },
  ]);
});

it('an event that an upcaster read is marked, unless its payload is no document or the upcaster failed', () => {
  const steps = [{ type: event.type, from: event.schemaVersion }];
  const textsOf = (changed: Partial<typeof event>) =>
    marksOf({ ...event, late: false, ...changed }, steps).map(({ text }) => text);
  expect(textsOf({})).toEqual(['upcast']);
  expect(textsOf({ schemaVersion: event.schemaVersion + 1 })).toEqual([]);
  expect(textsOf({ flags: EVENT_FLAGS.notADocument })).toEqual(['not a document']);
  expect(textsOf({ mark: { kind: 'foldError', message: 'boom' } })).toEqual(['fold error']);
});
