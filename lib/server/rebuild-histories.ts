/** Drops the read models of histories and builds those of long streams anew, on their default axis. */
import { ok, type Result, SEGMENT_LIMITS } from '#core';
import type { App } from './app.ts';
import { openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface Rebuilt {
  /** Segments that went. */
  readonly dropped: number;
  /** Streams that were built again; short ones are folded when they are asked for. */
  readonly streams: number;
}

/** `onProgress` counts streams. Errors: those of the fold. What was built before an error stays. */
export async function rebuildHistories(
  viewer: Viewer,
  app: App,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Result<Rebuilt>> {
  const dropped = await app.store.segments.drop();
  app.histories.forget();
  const streams = await app.store.segments.longStreams(SEGMENT_LIMITS.events);
  for (const [index, { namespace, entityType, entityId }] of streams.entries()) {
    onProgress(index, streams.length);
    const opened = await openHistory(viewer, app, { namespace, type: entityType, id: entityId, axis: null });
    if (!opened.ok) return opened;
  }
  onProgress(streams.length, streams.length);
  return ok({ dropped, streams: streams.length });
}
