/**
 * Where notes stand on the history on screen. They name versions, which on the occurred axis stand in another order: the event is the
 * same, its place is another.
 */
import { useEffect, useMemo, useState } from 'react';
import type { WrittenNote } from '#wire';
import type { Replay } from '../replay/replay.ts';

/** So many are drawn on the track; the mini-map draws all, and the list has them all. */
export const MOST_DRAWN = 400;

export interface PlacedNote {
  readonly note: WrittenNote;
  /** Ordinals, `to` never before `from`; null: a moment. */
  readonly from: number;
  readonly to: number | null;
}

/** By version: its ordinal. */
export type Places = ReadonlyMap<number, number>;

/** Only those whose events the history has; by place. */
export function placeNotes(notes: readonly WrittenNote[], places: Places): readonly PlacedNote[] {
  const placed = notes.flatMap((note): PlacedNote[] => {
    const from = places.get(note.on.from);
    const to = note.on.to === null ? null : places.get(note.on.to);
    if (from === undefined || to === undefined) return [];
    return [{ note, from: Math.min(from, to ?? from), to: to === null ? null : Math.max(from, to) }];
  });
  return placed.sort((one, other) => one.from - other.from);
}

/** Looked up in the worker where the history is in another order than that of versions; until then, none. */
export function usePlacedNotes(
  replay: Replay,
  notes: readonly WrittenNote[],
  logHead: bigint,
): readonly PlacedNote[] {
  const asked = useMemo(
    () => [...new Set(notes.flatMap(({ on }) => (on.to === null ? [on.from] : [on.from, on.to])))],
    [notes],
  );
  const atOnce = useMemo(
    () =>
      replay.axis === 'recorded'
        ? new Map(
            asked.filter((version) => version <= replay.length).map((version) => [version, version] as const),
          )
        : null,
    [replay, asked],
  );
  const [found, setFound] = useState<{ readonly replay: Replay; readonly places: Places } | null>(null);
  useEffect(() => {
    if (atOnce !== null) return;
    let isOver = false;
    lookUp(replay, asked, logHead).then((places) => {
      if (!isOver) setFound({ replay, places });
    });
    return () => {
      isOver = true;
    };
  }, [replay, asked, atOnce, logHead]);
  const places = atOnce ?? (found?.replay === replay ? found.places : NOWHERE);
  return useMemo(() => placeNotes(notes, places), [notes, places]);
}

const NOWHERE: Places = new Map();

async function lookUp(replay: Replay, versions: readonly number[], logHead: bigint): Promise<Places> {
  const places = new Map<number, number>();
  for (const version of versions) {
    const { ordinal, problem } = await replay.findMoment(String(version), logHead);
    if (problem === null) places.set(version, ordinal);
  }
  return places;
}
