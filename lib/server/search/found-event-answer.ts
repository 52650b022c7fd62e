/** A found event as the API answers it. */
import { formatInstant } from '#core';
import type { FoundEvent } from '#store';
import type { FoundEventAnswer } from '#wire';

export function foundEventAnswer({
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
    links: [...event.links],
    changes: [...event.changes],
  };
}
