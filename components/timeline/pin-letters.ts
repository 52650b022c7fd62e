/** Where the letters of the pins lie, in pixels of the track: in the row of the tick labels, which make room for them. */
import type { DockModel } from './dock-model.ts';

/** Pixels that a letter takes beside its line. */
const LETTER_ROOM = 22;

/** Pixels between a letter and a label. */
const GAP = 4;

export interface Letter {
  readonly from: number;
  readonly to: number;
}

/** A letter keeps inside the edges, where it can always be grasped, with room for that of the other pin. */
export const keptInside = (x: number, width: number): number =>
  Math.max(LETTER_ROOM, Math.min(width - LETTER_ROOM, x));

/** A hangs to the left of its line, B to the right, each 18 pixels wide. */
export function lettersOf({ pins, positions, projection, width }: DockModel): Letter[] {
  const lineAt = (ordinal: number) => keptInside(Math.round(projection.toX(positions.at(ordinal))), width);
  const letters: Letter[] = [];
  if (pins.a !== null) letters.push({ from: lineAt(pins.a) - 18, to: lineAt(pins.a) + 1 });
  if (pins.b !== null) letters.push({ from: lineAt(pins.b), to: lineAt(pins.b) + 18 });
  return letters;
}

/** Left edge of a label that wants to be at `x`, moved to the right where letters would cover it. */
export function besideLetters(x: number, width: number, letters: readonly Letter[]): number {
  let free = x;
  for (const { from, to } of letters.toSorted((one, other) => one.from - other.from))
    if (free < to + GAP && free + width + GAP > from) free = to + GAP;
  return free;
}
