/** Drops the read models of histories and builds those of long streams anew, on their default axis. */
import { type Problem, SEGMENT_LIMITS } from '#core';
import type { App } from './app.ts';
import { openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface Rebuilt {
  /** Segments that went. */
  readonly dropped: number;
  /** Streams that were built again; short ones are folded when they are asked for. */
  readonly streams: number;
  /** Those that could not be built, with why. */
  readonly failed: readonly { readonly stream: string; readonly problem: Problem }[];
}

/** `onProgress` counts streams. One that cannot be folded keeps none of the others back. */
export async function rebuildHistories(
  viewer: Viewer,
  app: App,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Rebuilt> {
  const dropped = await app.store.segments.drop();
  app.histories.forget();
  const streams = await app.store.segments.longStreams(SEGMENT_LIMITS.events);
  const failed: Rebuilt['failed'][number][] = [];
  for (const [index, { namespace, entityType, entityId }] of streams.entries()) {
    onProgress(index, streams.length);
    const opened = await openHistory(viewer, app, { namespace, type: entityType, id: entityId, axis: null });
    if (!opened.ok) failed.push({ stream: `${entityType} ${entityId}`, problem: opened.error });
    // One after the other, so that memory stays that of one.
    await app.histories.settled();
  }
  onProgress(streams.length, streams.length);
  return { dropped, streams: streams.length - failed.length, failed };
}
