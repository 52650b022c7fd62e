import { formatInstant } from '#core';
import type { PlacedMention } from '#store';
import type { EventTypeDetailAnswer } from '#wire';

/** An event as the catalogue mentions it. */
export function placedAnswer(event: PlacedMention): EventTypeDetailAnswer['mentioned'][number] {
  const { position, entityType, entityId, version, type, actor, recordedAt, occurredAt } = event;
  return {
    ...{ position: String(position), entityType, entityId, version, type, actor },
    ...{ recordedAt: formatInstant(recordedAt), occurredAt: formatInstant(occurredAt) },
  };
}
