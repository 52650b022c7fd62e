/** Events as they cross HTTP, with the upcast payload beside the raw one. */
import type { StoredEvent } from '#core';
import type { EventDetail } from '#wire';
import type { FoldPool } from './fold/fold-pool.ts';
import type { EventUpcast } from './fold/messages.ts';

export async function eventDetails(
  fold: Pick<FoldPool, 'upcast'>,
  namespace: string,
  events: readonly StoredEvent[],
): Promise<EventDetail[]> {
  const upcasts = await fold.upcast({ events, namespace });
  return events.map((event, index) => eventDetail(event, upcasts[index] ?? null));
}

/** Instants become decimal strings: a JSON number would lose microseconds. */
export function eventDetail(event: StoredEvent, upcast: EventUpcast | null): EventDetail {
  const made = upcast !== null && 'text' in upcast ? upcast : null;
  return {
    ...event,
    links: event.links.map((link) => ({ ...link })),
    position: String(event.position),
    occurredAt: String(event.occurredAt),
    recordedAt: String(event.recordedAt),
    ingestedAt: String(event.ingestedAt),
    recordedHigh: String(event.recordedHigh),
    upcast: made?.text ?? null,
    upcastVersion: made?.schemaVersion ?? null,
    upcastProblem: upcast !== null && 'problem' in upcast ? upcast.problem : null,
  };
}
