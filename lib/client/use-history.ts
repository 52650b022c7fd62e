/** The history of one entity on one axis: from the page the first time, from the API for the other axis. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Axis, decodeHistory, type History } from '#core';
import { entityApiPath } from '#wire';
import type { EntityName } from './entity-href.ts';

export interface HistoryBytes {
  /** Core's encodeHistory. */
  readonly bytes: Uint8Array;
  readonly axis: Axis;
  /** What was asked for: the newest version to take into account on the occurred axis. */
  readonly upTo: number | null;
  /** Newest version when it was read. */
  readonly head: number;
}

export interface LoadedHistory {
  /** While another axis loads, the one before stays. */
  readonly history: History;
  readonly loading: boolean;
  readonly problem: string | null;
}

/** Throws where the page's own document cannot be decoded: program and document do not fit each other then. */
export function useHistory(
  entity: EntityName,
  axis: Axis,
  upTo: number | null,
  first: HistoryBytes,
): LoadedHistory {
  const query = useQuery({
    queryKey: ['history', entity.namespace, entity.type, entity.id, axis, upTo, first.head],
    queryFn: ({ signal }) => fetchHistory(entity, axis, upTo, signal),
    select: decodeOrThrow,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    ...(axis === first.axis && upTo === first.upTo ? { initialData: first.bytes } : {}),
  });
  if (query.data !== undefined) {
    return { history: query.data, loading: query.isPlaceholderData, problem: query.error?.message ?? null };
  }
  return {
    history: decodeOrThrow(first.bytes),
    loading: query.isPending,
    problem: query.error?.message ?? null,
  };
}

async function fetchHistory(
  entity: EntityName,
  axis: Axis,
  upTo: number | null,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const query = new URLSearchParams({ ns: entity.namespace, axis });
  if (upTo !== null) query.set('upto', String(upTo));
  const response = await fetch(`${entityApiPath(entity.type, entity.id, '/history')}?${query}`, { signal });
  if (!response.ok) throw new Error(`The ${axis} axis could not be read (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

let newest: { readonly bytes: Uint8Array; readonly history: History } | null = null;

/** The same bytes give the same history, so that what is derived from it is derived once. */
function decodeOrThrow(bytes: Uint8Array): History {
  if (newest?.bytes === bytes) return newest.history;
  const history = decodeHistory(bytes);
  if (!history.ok) throw new Error(`${history.error.code}: ${history.error.message}`);
  newest = { bytes, history: history.value };
  return history.value;
}
