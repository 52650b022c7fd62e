import { describe, expect, it } from 'vitest';
import { EVENT_FLAGS, type EventHeader } from '#core';
import { axisNotice } from './axis-notice.ts';

const BOTH = EVENT_FLAGS.occurredIsOurs | EVENT_FLAGS.recordedIsOurs;

function historyOf(flags: readonly number[]) {
  const event = (ordinal: number): EventHeader => ({
    ordinal,
    version: ordinal,
    position: BigInt(ordinal),
    type: 'Set',
    schemaVersion: 1,
    actor: null,
    occurredAt: 0n,
    recordedAt: 0n,
    recordedHigh: 0n,
    flags: flags[ordinal - 1] ?? 0,
    removed: false,
    changes: 0,
    mark: null,
  });
  return { length: flags.length, event };
}

describe('the notice about the axis', () => {
  it('keeps the reason where one event has a time of its own', () => {
    expect(axisNotice(historyOf([BOTH, EVENT_FLAGS.recordedIsOurs]), 'why')).toBe('why');
  });

  it('says that no time was given where none was', () => {
    expect(axisNotice(historyOf([BOTH, BOTH]), 'why')).toContain('no times at all');
  });

  it('says nothing where there is nothing to say', () => {
    expect(axisNotice(historyOf([BOTH]), null)).toBeNull();
  });
});
