/** Asks the server which events have an id. Rejects with the reason why it is not known. */
import { type FoundEvents, readFoundEvents } from '#wire';
import { askServer } from './ask-server.ts';

export async function findEvent(namespace: string, id: string, signal?: AbortSignal): Promise<FoundEvents> {
  const query = new URLSearchParams({ ns: namespace, id });
  const response = await askServer(`/api/v1/events/by-id?${query}`, signal === undefined ? {} : { signal });
  if (!response.ok) throw new Error(`The event could not be looked up (${response.status}).`);
  return readFoundEvents(await response.json());
}
