import { describe, expect, it } from 'vitest';
import { testStream } from '#client/playhead-test-stream';
import { EVENT_FLAGS } from '#core';
import { axisNotice } from './axis-notice.ts';

const BOTH = EVENT_FLAGS.occurredIsOurs | EVENT_FLAGS.recordedIsOurs;

const segmentsOf = (flags: readonly number[]) =>
  testStream(flags.map((flag) => ({ at: 0n, flags: flag }))).segments;

describe('the notice about the axis', () => {
  it('keeps the reason where one event has a time of its own', () => {
    expect(axisNotice(segmentsOf([BOTH, EVENT_FLAGS.recordedIsOurs]), 'why')).toBe('why');
  });

  it('says that no time was given where none was', () => {
    expect(axisNotice(segmentsOf([BOTH, BOTH]), 'why')).toContain('no times at all');
  });

  it('says nothing where there is nothing to say', () => {
    expect(axisNotice(segmentsOf([BOTH]), null)).toBeNull();
  });
});
