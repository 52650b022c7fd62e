/** The axis that a stream opens on. */
import type { Axis } from '#core';
import type { StreamRecord } from '#store';

/** `reason`: why it is not the recorded one, in words; null where it is. */
export function defaultAxisOf(stream: Pick<StreamRecord, 'recordedGiven'>): {
  readonly axis: Axis;
  readonly reason: string | null;
} {
  return stream.recordedGiven
    ? { axis: 'recorded', reason: null }
    : { axis: 'occurred', reason: RECORDED_IS_OURS };
}

const RECORDED_IS_OURS =
  'The source gave no recorded times, so ours say only when the log was imported; the timeline opens on when things happened.';
