import { EVENT_FLAGS, type History } from '#core';

const NO_TIMES =
  'The source gave no times at all: what is shown is when the log was imported, and only the order of the events says something.';

/** What to say about the axis: the server's reason, unless no event has any time of its own, where neither axis tells when. */
export function axisNotice(history: Pick<History, 'length' | 'event'>, reason: string | null): string | null {
  if (reason === null) return null;
  const ours = EVENT_FLAGS.occurredIsOurs | EVENT_FLAGS.recordedIsOurs;
  for (let ordinal = 1; ordinal <= history.length; ordinal += 1) {
    if ((history.event(ordinal).flags & ours) !== ours) return reason;
  }
  return NO_TIMES;
}
