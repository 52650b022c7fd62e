/** The segments of a history that are there already, or can be taken over from what was known before. */
import type { Axis } from '#core';
import type { ClosedSegment, HistoryName, KeptSegments, Store, StreamRecord } from '#store';

/** Closed ones ascending by place, without gaps; the open one only where it lies right behind them. */
export async function keptSegmentsOf(
  store: Store,
  stream: StreamRecord,
  name: HistoryName,
  axis: Axis,
): Promise<KeptSegments> {
  const kept = await store.segments.kept(name);
  const closed = inARow(kept.closed);
  const follows = kept.open?.first === (closed.at(-1)?.last ?? 0) + 1;
  if (follows || closed.length > 0 || axis === 'recorded')
    return { closed, open: follows ? kept.open : null };
  return { closed: await takenOver(store, stream, name), open: null };
}

/**
 * On the occurred axis an event that was recorded since then rewrites what follows it, and nothing before: segments that end
 * before the earliest of the new events are the same.
 */
async function takenOver(
  store: Store,
  stream: StreamRecord,
  name: HistoryName,
): Promise<readonly ClosedSegment[]> {
  const before = await store.segments.knownBefore(name.history, name.knownVersion);
  if (before === null) return [];
  const earliest = await store.earliestOccurrence(stream.id, before, name.knownVersion);
  const known = inARow((await store.segments.kept({ ...name, knownVersion: before })).closed);
  // At the same instant the higher version comes later, so a new event never goes before an old one.
  const same = known.filter(({ clock }) => earliest === null || clock <= earliest);
  for (const segment of same) await store.segments.keep(name, stream.id, segment, null);
  return same;
}

/** Rows that were half dropped do not make a history. */
function inARow(segments: readonly ClosedSegment[]): readonly ClosedSegment[] {
  const gap = segments.findIndex(
    ({ place, first }, index) => place !== index || first !== (segments[index - 1]?.last ?? 0) + 1,
  );
  return gap === -1 ? segments : segments.slice(0, gap);
}
