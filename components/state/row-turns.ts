/**
 * The rows of a state that moves, drawn a few each frame: drawing all of them anew is more than a frame has room for.
 *
 * Law: whatever came before, the rows are those of the newest state as soon as nothing is owed any more; rows stand in for others only
 * where every row in sight keeps its place, so that no field is ever seen twice or not at all.
 */
import { isSameRow } from './same-row.ts';
import type { TreeRow } from './tree-rows.ts';

/** First and last index of the rows in sight. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

export interface RowTurns {
  readonly rows: readonly TreeRow[];
  /** What is drawn from `drawnTo` on. */
  readonly before: readonly TreeRow[];
  readonly drawnTo: number;
  /** When the rows were given, in milliseconds. */
  readonly at: number;
}

/** Rows that are drawn anew in one frame. */
const IN_A_FRAME = 6;
/** Within this time of the rows before, new ones are a movement: after it they are drawn at once. */
const MOVING_MS = 200;

export function wholeTurn(rows: readonly TreeRow[], at: number): RowTurns {
  return { rows, before: rows, drawnTo: Number.POSITIVE_INFINITY, at };
}

/** New rows have come. */
export function beginTurns(turns: RowTurns, rows: readonly TreeRow[], sight: Sight, at: number): RowTurns {
  const before = drawnRows(turns);
  if (at - turns.at > MOVING_MS || !keepsPlaces(before, rows, sight)) return wholeTurn(rows, at);
  return takeTurn({ rows, before, drawnTo: sight.first, at }, sight);
}

/** The next frame has come. */
export function takeTurn(turns: RowTurns, { last }: Sight): RowTurns {
  const { rows, before } = turns;
  let left = IN_A_FRAME;
  for (let index = turns.drawnTo; index <= last; index += 1) {
    const [now, was] = [rows[index], before[index]];
    if (now === undefined || was === undefined || isSameRow(was, now)) continue;
    if (left === 0) return { ...turns, drawnTo: index };
    left -= 1;
  }
  return wholeTurn(rows, turns.at);
}

export const isOwed = ({ drawnTo }: RowTurns): boolean => drawnTo !== Number.POSITIVE_INFINITY;

export function drawnRow({ rows, before, drawnTo }: RowTurns, index: number): TreeRow | undefined {
  return (index < drawnTo ? rows : before)[index];
}

function drawnRows(turns: RowTurns): readonly TreeRow[] {
  if (!isOwed(turns)) return turns.rows;
  return [...turns.rows.slice(0, turns.drawnTo), ...turns.before.slice(turns.drawnTo)];
}

function keepsPlaces(before: readonly TreeRow[], rows: readonly TreeRow[], { first, last }: Sight): boolean {
  if (before.length !== rows.length) return false;
  for (let index = first; index <= last; index += 1)
    if (before[index]?.node.path !== rows[index]?.node.path) return false;
  return true;
}
