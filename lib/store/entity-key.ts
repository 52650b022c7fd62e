/** Entities as keys of in-memory maps. No part holds U+0000 (see bounds.ts), so no two entities share a key. */
import type { EntityRef } from './entity-ref.ts';

export function entityKey(ref: EntityRef): string {
  return `${ref.namespace}\0${ref.entityType}\0${ref.entityId}`;
}

/** What makes an event the same one: its source and the id it has there. */
export function eventKey(event: { readonly source: string; readonly eventId: string }): string {
  return `${event.source}\0${event.eventId}`;
}

/** For messages: `order "4711"`. */
export function entityName(ref: { readonly entityType: string; readonly entityId: string }): string {
  return `${ref.entityType} ${JSON.stringify(ref.entityId)}`;
}
