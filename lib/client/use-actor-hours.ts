/** When an actor was at work, on the clock on screen. */
import { useQuery } from '@tanstack/react-query';
import { type ActorAnswer, type ActorView, encodeId, readActorAnswer } from '#wire';
import { askServer } from './ask-server.ts';
import { useZone } from './zone.ts';

export type ActorHours = Pick<ActorAnswer, 'hours' | 'counts' | 'width' | 'zone'>;

/**
 * `first`: as the page was answered. The server does not know the zone of the reader's machine, so where that is the one on screen, hours are
 * asked for once more; until they are there, and where they do not come, those of the server stay, which say whose they are.
 */
export function useActorHours({ namespace, axis, asOf }: ActorView, first: ActorAnswer): ActorHours {
  const { actor, searchedTo } = first;
  const zone = useZone();
  const query = new URLSearchParams({
    ns: namespace,
    axis,
    // Of the same events as all else on the page.
    as_of: asOf ?? `@${searchedTo}`,
    zone,
  });
  const path = `/api/v1/actors/${encodeId(actor)}?${query}`;
  const { data } = useQuery({
    queryKey: ['actor', path],
    queryFn: ({ signal }) => askActor(path, signal),
    enabled: zone !== first.zone,
  });
  return zone === first.zone ? first : (data ?? first);
}

async function askActor(path: string, signal: AbortSignal): Promise<ActorAnswer> {
  const response = await askServer(path, { signal });
  if (!response.ok) throw new Error(`The hours could not be counted (${response.status}).`);
  return readActorAnswer(await response.json());
}
