/** The notes of an entity while its page is open. */
import { useQuery } from '@tanstack/react-query';
import { entityApiPath, readNotes as notesOf, type WrittenNotes } from '#wire';
import { askServer, untilNextTry } from '../ask-server.ts';
import type { EntityName } from '../entity-href.ts';

/**
 * Others write too. Asking again costs a header where nothing is new, while a live stream for them would take a second of the six
 * connections that a browser has; so they are asked for anew when the page gets the focus, and now and then while it is in sight.
 */
const AGAIN_MS = 5_000;

export interface LoadedNotes {
  /** null until they have come. */
  readonly written: WrittenNotes | null;
  /** Why they have not; they are asked for again. */
  readonly problem: string | null;
}

export const notesKey = ({ namespace, type, id }: EntityName) => ['notes', namespace, type, id] as const;

/** `enabled` false: this entity has none, and none are asked for. */
export function useNotes(entity: EntityName, enabled: boolean): LoadedNotes {
  const { data, failureReason } = useQuery({
    queryKey: notesKey(entity),
    queryFn: ({ signal }) => readNotes(entity, signal),
    enabled,
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: AGAIN_MS,
    networkMode: 'always',
    retry: true,
    retryDelay: untilNextTry,
  });
  return { written: data ?? null, problem: failureReason?.message ?? null };
}

async function readNotes({ namespace, type, id }: EntityName, signal: AbortSignal): Promise<WrittenNotes> {
  const response = await askServer(entityApiPath(type, id, '/notes', namespace), { signal });
  if (!response.ok) throw new Error(`The notes could not be read (${response.status}).`);
  return notesOf(await response.json());
}
