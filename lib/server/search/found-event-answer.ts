/** A found event as the API answers it. */
import { EVENT_FLAGS, formatInstant } from '#core';
import type { FoundEvent } from '#store';
import type { FoundEventAnswer } from '#wire';

export function foundEventAnswer({
  flags,
  position,
  recordedAt,
  occurredAt,
  content: _content,
  ...event
}: FoundEvent): FoundEventAnswer {
  return {
    position: String(position),
    ...event,
    recordedAt: formatInstant(recordedAt),
    occurredAt: formatInstant(occurredAt),
    recordedIsOurs: (flags & EVENT_FLAGS.recordedIsOurs) !== 0,
    occurredIsOurs: (flags & EVENT_FLAGS.occurredIsOurs) !== 0,
    links: [...event.links],
    changes: [...event.changes],
  };
}
