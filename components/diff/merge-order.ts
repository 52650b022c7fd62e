/**
 * Two orders of a list as one, for showing both at once: what is in either stands once, and as few elements as can be are said to
 * have moved; those stand where they are after.
 *
 * Law: without what moved, the elements of either order follow each other as they did there.
 */
import { longestIncrease } from '#core';

/** Places counted from 1, as people do. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

export interface MergedOrder {
  readonly steps: readonly string[];
  readonly moves: ReadonlyMap<string, Move>;
}

/** Each order names an element once. */
export function mergeOrder(before: readonly string[], after: readonly string[]): MergedOrder {
  const placeAfter = new Map(after.map((step, place) => [step, place]));
  const staying = longestIncrease(before.map((step) => placeAfter.get(step) ?? -1));
  const stays = new Set([...staying].map((place) => before[place]));
  const moves = new Map<string, Move>();
  const steps: string[] = [];
  let next = 0;
  // What went stands behind what it stood behind, and before what came in its place.
  const takeGone = () => {
    for (let step = before[next]; step !== undefined && !stays.has(step); step = before[next]) {
      const place = placeAfter.get(step);
      if (place === undefined) steps.push(step);
      else moves.set(step, { from: next + 1, to: place + 1 });
      next += 1;
    }
  };
  takeGone();
  for (const step of after) {
    steps.push(step);
    if (!stays.has(step)) continue;
    next += 1;
    takeGone();
  }
  return { steps, moves };
}
