/** How an event is named to those who look at another one. */
import { formatInstant } from '#core';
import type { RelatedRow } from '#store';
import type { RelatedEvent } from '#wire';

export const relatedOf = (row: RelatedRow): RelatedEvent => ({
  entityType: row.entityType,
  entityId: row.entityId,
  version: row.version,
  position: String(row.position),
  type: row.type,
  actor: row.actor,
  recordedAt: formatInstant(row.recordedAt),
  occurredAt: formatInstant(row.occurredAt),
});
