/** The history on screen: the one that came with the page, or, for another axis, one that is opened from its outline. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Axis } from '#core';
import { askServer } from '../ask-server.ts';
import type { EntityName } from '../entity-href.ts';
import { connectWorker } from './connect-worker.ts';
import { outlinePathOf } from './outline-path.ts';
import { Replay, type ReplaySource } from './replay.ts';

/** The page is there; what the timeline lacks is read without being in its way. */
const AT_REST_MS = 1_000;

export interface PageHistory {
  readonly source: ReplaySource;
  readonly axis: Axis;
  /** What was asked for: the newest version to take into account on the occurred axis. */
  readonly upTo: number | null;
}

export interface LoadedReplay {
  /** While another axis loads, the one before stays. */
  readonly replay: Replay;
  readonly loading: boolean;
  readonly problem: string | null;
}

export interface HistoryWanted {
  readonly entity: EntityName;
  readonly axis: Axis;
  readonly upTo: number | null;
  /** Where the playhead will be, as the address has it. */
  readonly at: string | null;
  readonly logHead: bigint;
}

export function useReplay(wanted: HistoryWanted, page: PageHistory): LoadedReplay {
  const { entity, axis, upTo } = wanted;
  const ofPage = useMemo(() => new Replay(page.source, connectWorker), [page.source]);
  const isPages = axis === page.axis && upTo === page.upTo;
  const query = useQuery({
    queryKey: ['history', ofPage.key, entity.namespace, entity.type, entity.id, axis, upTo],
    queryFn: ({ signal }) => openReplay(wanted, signal),
    enabled: !isPages,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    gcTime: 0,
  });
  const replay = isPages ? ofPage : (query.data ?? ofPage);
  useEffect(() => {
    const begin = setTimeout(() => replay.completeTimeline(), AT_REST_MS);
    return () => {
      clearTimeout(begin);
      replay.close();
    };
  }, [replay]);
  return {
    replay,
    loading: !isPages && (query.isPending || query.isPlaceholderData),
    problem: isPages ? null : (query.error?.message ?? null),
  };
}

async function openReplay(
  { entity, axis, upTo, at, logHead }: HistoryWanted,
  signal: AbortSignal,
): Promise<Replay> {
  const outlinePath = outlinePathOf(entity, axis, upTo);
  const response = await askServer(outlinePath, { signal });
  if (!response.ok) throw new Error(`The ${axis} axis could not be read (${response.status}).`);
  const outline = await response.text();
  const source = { outline, outlinePath, answered: [], columns: null };
  const replay = new Replay(source, connectWorker);
  // Nobody else closes what nobody has seen.
  const close = () => replay.close();
  signal.addEventListener('abort', close);
  try {
    await replay.prepare(at, logHead);
    signal.throwIfAborted();
    return replay;
  } catch (error) {
    close();
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
  }
}
