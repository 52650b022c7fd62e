/** The whole event behind a header, read in pages of neighbours so that stepping does not wait. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type EventDetail, type EventPage, entityApiPath, readEventPage } from '#wire';
import { askServer, untilNextTry } from './ask-server.ts';
import type { EntityName } from './entity-href.ts';
import { useSettled } from './use-settled.ts';

/** Payloads may be up to a megabyte each, so a page is short. */
const DETAIL_PAGE = 20;
const REST_MS = 120;

export interface LoadedDetail {
  readonly detail: EventDetail | null;
  /** Why it has not come yet; it is asked for again. */
  readonly problem: string | null;
}

/** `version` 0 has no event. `detail` is null until it has come, which is not before the playhead rests. */
export function useEventDetail(
  entity: EntityName,
  version: number,
  playhead: number,
  head: number,
  first: EventPage | null,
): LoadedDetail {
  const inFirst = first?.events.find((event) => event.version === version) ?? null;
  const settled = useSettled(version, REST_MS, playhead);
  const from = Math.floor((settled - 1) / DETAIL_PAGE) * DETAIL_PAGE + 1;
  const query = useQuery({
    queryKey: ['events', entity.namespace, entity.type, entity.id, from, head],
    queryFn: ({ signal }) => fetchPage(entity, from, signal),
    enabled: settled > 0 && inFirst === null,
    placeholderData: keepPreviousData,
    networkMode: 'always',
    retry: true,
    retryDelay: untilNextTry,
  });
  const found = inFirst ?? query.data?.events.find((event) => event.version === version) ?? null;
  return { detail: found, problem: found === null ? (query.failureReason?.message ?? null) : null };
}

async function fetchPage(entity: EntityName, from: number, signal: AbortSignal): Promise<EventPage> {
  const query = new URLSearchParams({
    ns: entity.namespace,
    from: String(from),
    to: String(from + DETAIL_PAGE - 1),
  });
  const response = await askServer(`${entityApiPath(entity.type, entity.id, '/events')}?${query}`, {
    signal,
  });
  if (!response.ok) throw new Error(`The event could not be read (${response.status}).`);
  return readEventPage(await response.json());
}
