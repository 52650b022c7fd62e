/** Where the elements of an array stand among each other: those that are there by key or index, and what the event removed where it was. */
import { readKeyOrder, writtenKey } from '#core';

/** A rank for the last step of each element's path, as it is written; texts are those of the array's own leaf, null where it has none. */
export function elementRanks(before: string | null, after: string | null): (step: string) => number {
  const is = stepsOf(after);
  const was = stepsOf(before);
  const ranks = new Map(is.map((step, place) => [step, place]));
  let last = -1;
  for (const [place, step] of was.entries()) {
    const stays = ranks.get(step);
    if (stays !== undefined) last = stays;
    // Behind what stood before it, and before what comes next; several of them in their own order.
    else ranks.set(step, last + (place + 1) / (was.length + 1));
  }
  return (step) => ranks.get(step) ?? Number(step);
}

function stepsOf(text: string | null): readonly string[] {
  return (text === null ? null : readKeyOrder(text))?.keys.map(writtenKey) ?? [];
}
