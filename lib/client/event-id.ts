/** An event by its id, where a moment is asked for. */
import { parseMoment } from '#core';
import type { FoundEvents } from '#wire';
import { findEvent } from './find-event.ts';
import { noMoment } from './no-moment.ts';

/** What cannot be a moment may be the id of an event; `id:` before it says that it is, also of one that reads like a moment. */
export const idOf = (text: string): string | null =>
  text.startsWith('id:') ? text.slice(3).trim() : parseMoment(text).ok ? null : text;

/** The events with this id, and what to say where there is none. Never rejects. */
export async function placesOfEvent(
  namespace: string,
  id: string,
  of: 'one entity' | 'several',
): Promise<{ readonly events: FoundEvents['events']; readonly problem: string }> {
  try {
    const { events } = await findEvent(namespace, id);
    const reason = parseMoment(id).ok ? '' : `${noMoment(id, of)} `;
    return { events, problem: `${reason}No event has the id "${id}"${reason === '' ? '' : ' either'}.` };
  } catch (error) {
    return { events: [], problem: error instanceof Error ? error.message : String(error) };
  }
}
