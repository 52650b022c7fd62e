/**
 * Two moments side by side: what differs, with who set either side, and all that is alike.
 *
 * Law: the state at `to` is what is alike together with every `after`, and the state at `from` is it with every `before`.
 */
import type { DiffEntry, History, Leaf } from '#core';

export interface ComparedEntry extends DiffEntry {
  /** Ordinal of the event that set the value before, or removed it; null: it was never there. */
  readonly setBefore: number | null;
  /** The same of the value after. */
  readonly setAfter: number | null;
}

export interface Comparison {
  /** Ascending by path. */
  readonly entries: readonly ComparedEntry[];
  /** Leaves with one text on both sides, ascending by path; their ordinals are those at `to`. */
  readonly unchanged: readonly Leaf[];
}

/** From any moment to any other, either direction. */
export function compareMoments(
  history: Pick<History, 'diff' | 'stateAt'>,
  from: number,
  to: number,
): Comparison {
  const found = history.diff(from, to);
  const changed = new Set(found.map(({ path }) => path));
  const isForward = from <= to;
  // The diff names who set the later of the two; the earlier state says who set its own.
  const setEarlier = new Map<string, number>();
  for (const { path, ordinal } of history.stateAt(Math.min(from, to)))
    if (changed.has(path)) setEarlier.set(path, ordinal);
  const entries = found.map((entry) => {
    const earlier = setEarlier.get(entry.path) ?? null;
    return isForward
      ? { ...entry, setBefore: earlier, setAfter: entry.ordinal }
      : { ...entry, setBefore: entry.ordinal, setAfter: earlier };
  });
  return { entries, unchanged: history.stateAt(to).filter(({ path }) => !changed.has(path)) };
}

/** Of what a value took in or gave way to, as one: each side is by whoever touched it last. */
export function joinedEntry(parts: readonly [ComparedEntry, ...ComparedEntry[]]): ComparedEntry {
  const last = (ordinalOf: (part: ComparedEntry) => number | null) =>
    parts.reduce((most, part) => Math.max(most, ordinalOf(part) ?? 0), 0);
  const [own] = parts;
  const [setBefore, setAfter] = [last((part) => part.setBefore), last((part) => part.setAfter)];
  return {
    ...own,
    ordinal: last(({ ordinal }) => ordinal),
    setBefore: setBefore === 0 ? null : setBefore,
    setAfter: setAfter === 0 ? null : setAfter,
  };
}
