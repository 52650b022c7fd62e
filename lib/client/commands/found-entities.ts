/** Entities of a namespace by a part of their type and id, asked of the server once typing rests. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { entityListSchema } from '#wire';
import { askServer, untilNextTry } from '../ask-server.ts';
import type { EntityName } from '../entity-href.ts';
import { useSettled } from '../use-settled.ts';

export const FOUND_AT_ONCE = 20;
const REST_MS = 140;

export interface FoundEntities {
  readonly entities: readonly EntityName[];
  /** There are more than these. */
  readonly more: boolean;
  /** What was typed last is not answered yet. */
  readonly looking: boolean;
  /** Why it is not; it is asked again. */
  readonly problem: string | null;
}

export function useFoundEntities(namespace: string, typed: string): FoundEntities {
  const text = typed.trim();
  const settled = useSettled(text, REST_MS);
  const query = useQuery({
    queryKey: ['find', namespace, settled],
    queryFn: ({ signal }) => find(namespace, settled, signal),
    enabled: settled !== '' && text !== '',
    placeholderData: keepPreviousData,
    // Entities come and go: what was found a while ago is looked for again.
    staleTime: 10_000,
    networkMode: 'always',
    retry: true,
    retryDelay: untilNextTry,
  });
  if (text === '') return NOTHING;
  const problem = query.failureReason?.message ?? null;
  const looking = settled !== text || query.isFetching;
  return { entities: query.data?.entities ?? [], more: query.data?.more ?? false, looking, problem };
}

const NOTHING: FoundEntities = { entities: [], more: false, looking: false, problem: null };

type Found = Pick<FoundEntities, 'entities' | 'more'>;

/** Ids that begin so come from an index; the rest from looking at every name for the words. */
async function find(namespace: string, text: string, signal: AbortSignal): Promise<Found> {
  const [beginning, containing] = await Promise.all([
    ask(namespace, { id_starts: text }, signal),
    ask(namespace, { name: text }, signal),
  ]);
  const byName = new Map(
    [...beginning.entities, ...containing.entities].map((entity) => [`${entity.type}\n${entity.id}`, entity]),
  );
  return { entities: [...byName.values()], more: beginning.more || containing.more };
}

async function ask(
  namespace: string,
  by: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Found> {
  const query = new URLSearchParams({ ns: namespace, removed: 'true', limit: String(FOUND_AT_ONCE), ...by });
  const response = await askServer(`/api/v1/entities?${query}`, { signal });
  if (!response.ok) throw new Error(`Entities could not be looked up (${response.status}).`);
  const { entities, next } = entityListSchema.parse(await response.json());
  return {
    entities: entities.map(({ entityType, entityId }) => ({ namespace, type: entityType, id: entityId })),
    more: next !== null,
  };
}
