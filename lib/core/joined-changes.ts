/**
 * Changes as a reader sees them where a value gives way to a container or a container to a value: `total` from `12` to
 * `{"amount":12}` is one change, though one leaf goes and another comes.
 *
 * Law: the joined changes turn the state before into the state after, every change is part of exactly one of them, and none is below
 * another whose value became a container or the other way round. An object that becomes an array whose elements have leaves, or the
 * other way round, stays in parts: the two may share leaves, which no list of changes names.
 */
import type { Change } from './history/history.ts';
import { readKeyOrder } from './keyed/key-order.ts';
import { stateText } from './leaf.ts';

export interface JoinedChange<T extends Change = Change> extends Change {
  /** Itself first, and what it takes in, ascending by path; of an ordinary change nothing but itself. */
  readonly parts: readonly [T, ...T[]];
}

/** Takes everything that changed at and below a place, ascending by path, and gives it in that order. */
export function joinedChanges<T extends Change>(changes: readonly T[]): readonly JoinedChange<T>[] {
  const turns = turnsOf(changes);
  if (turns.size === 0) return changes.map((change) => ({ ...change, parts: [change] }));
  const inside = new Map<string, T[]>([...turns].map((path) => [path, []]));
  const outside = changes.filter((change) => {
    const turn = nearestOf(turns, change.path);
    if (turn === null) return true;
    inside.get(turn)?.push(change);
    return false;
  });
  return outside.map((change) => {
    const below = inside.get(change.path) ?? [];
    const parts = [change, ...below] as const;
    if (below.length === 0) return { ...change, parts };
    return { ...change, before: textOf(parts, 'before'), after: textOf(parts, 'after'), parts };
  });
}

type Side = 'before' | 'after';

/** Places that hold a value on one side and leaves below them on the other. */
function turnsOf(changes: readonly Change[]): ReadonlySet<string> {
  const gone = placesOf(changes, 'before', 'after');
  const come = placesOf(changes, 'after', 'before');
  const turns = new Set<string>();
  // What only comes, or only goes, turns into nothing else.
  const [isLost, isGained] = [changes.some(has('before')), changes.some(has('after'))];
  if (!isLost || !isGained || gone.size + come.size === 0) return turns;
  for (const { path, before, after } of changes) {
    const found = after === null ? null : nearestOf(gone, path);
    const other = before === null ? null : nearestOf(come, path);
    if (found !== null) turns.add(found);
    if (other !== null) turns.add(other);
  }
  return turns;
}

const has =
  (side: Side) =>
  (change: Change): boolean =>
    change[side] !== null;

/** Those of a value on one side that can have leaves below them on the other. */
function placesOf(changes: readonly Change[], side: Side, other: Side): ReadonlySet<string> {
  const found = changes.filter(
    (change) => isValue(change[side]) && !isEmptyOnBoth(change[side], change[other]),
  );
  return new Set(found.flatMap((change) => (isValue(change[other]) ? [] : [change.path])));
}

/** Nothing can lie below it. */
function isValue(text: string | null): boolean {
  return text !== null && text !== '[]' && readKeyOrder(text) === null;
}

/** An object that gets its first members, or loses its last, is an object all along. */
function isEmptyOnBoth(text: string | null, other: string | null): boolean {
  return text === '{}' && other === null;
}

/** The nearest of the places that the path lies below; null where it lies below none. */
function nearestOf(places: ReadonlySet<string>, path: string): string | null {
  if (places.size === 0) return null;
  for (let up = path; up !== ''; ) {
    up = up.slice(0, up.lastIndexOf('/'));
    if (places.has(up)) return up;
  }
  return null;
}

/** Everything at and below a place on one side, as one value. */
function textOf(parts: readonly [Change, ...Change[]], side: Side): string | null {
  const [{ path: place }] = parts;
  return stateText(
    parts.flatMap((part) => {
      const text = part[side];
      return text === null ? [] : [{ path: part.path.slice(place.length), text }];
    }),
  );
}
