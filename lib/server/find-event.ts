/** The events that have an id, wherever they are in a namespace. Readers' notes are not among them. */
import { OWN_SOURCE } from '#store';
import type { FoundEvents } from '#wire';
import type { App } from './app.ts';
import { relatedOf } from './related-event.ts';
import type { Viewer } from './viewer.ts';

export async function findEvent(
  _viewer: Viewer,
  { store }: App,
  { namespace, id }: { readonly namespace: string; readonly id: string },
): Promise<FoundEvents> {
  const rows = await store.eventsById(namespace, id);
  const events = rows.filter(({ source }) => source !== OWN_SOURCE);
  return { events: events.map((row) => ({ ...relatedOf(row), source: row.source })) };
}
