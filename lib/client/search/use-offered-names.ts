/** The names of the store that begin as somebody writes, asked for once writing rests. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readEntityList, readNames } from '#wire';
import { askServer } from '../ask-server.ts';
import { useSettled } from '../use-settled.ts';
import type { AskedNames } from './choices.ts';

export interface OfferedNames {
  readonly names: readonly string[];
  /** There are more than these. */
  readonly isMore: boolean;
  /** What was written last is not answered yet. */
  readonly isLooking: boolean;
  /** Why it is not answered. */
  readonly problem: string | null;
}

const REST_MS = 140;
const IDS_AT_ONCE = 20;

/** `asked`: null where the store has none to offer. */
export function useOfferedNames(namespace: string, asked: AskedNames | null): OfferedNames {
  const path = asked === null ? null : addressOf(namespace, asked);
  const settled = useSettled(path, REST_MS);
  const query = useQuery({
    queryKey: ['offered', settled],
    queryFn: ({ signal }) => (settled === null ? NOTHING : ask(settled, signal)),
    enabled: path !== null && settled !== null,
    placeholderData: keepPreviousData,
    // Names come with events: what was offered a while ago is looked for again.
    staleTime: 10_000,
    networkMode: 'always',
    retry: 1,
  });
  if (path === null) return { ...NOTHING, isLooking: false, problem: null };
  const isLooking = settled !== path || query.isFetching;
  return {
    ...(query.data ?? NOTHING),
    isLooking,
    problem: isLooking ? null : (query.error?.message ?? null),
  };
}

type Found = Pick<OfferedNames, 'names' | 'isMore'>;

const NOTHING: Found = { names: [], isMore: false };

const NAMES_PATH = '/api/v1/names';

function addressOf(namespace: string, asked: AskedNames): string {
  if (asked.of !== 'id') {
    const { starts: text, ...names } = asked;
    return `${NAMES_PATH}?${new URLSearchParams({ ns: namespace, ...names, text })}`;
  }
  const { entityType, starts } = asked;
  const query = new URLSearchParams({ ns: namespace, id_starts: starts, limit: String(IDS_AT_ONCE) });
  // Who is gone has events all the same.
  query.set('removed', 'true');
  if (entityType !== null) query.set('type', entityType);
  return `/api/v1/entities?${query}`;
}

async function ask(path: string, signal: AbortSignal): Promise<Found> {
  const response = await askServer(path, { signal });
  if (!response.ok) throw new Error(`Names could not be looked up (${response.status}).`);
  const answer: unknown = await response.json();
  if (path.startsWith(NAMES_PATH)) return readNames(answer);
  const { entities, next } = readEntityList(answer);
  return { names: [...new Set(entities.map(({ entityId }) => entityId))], isMore: next !== null };
}
