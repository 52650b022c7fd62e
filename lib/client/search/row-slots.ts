/**
 * Which place of a list that is drawn each row takes: a row keeps its place for as long as it is in sight, and one that comes into sight takes
 * over the place of one that went. So a list that runs past changes what stands in its places, and makes and throws away nothing.
 *
 * Laws: rows that are in sight together have different places, and there are no more places than rows were ever in sight at once.
 */
export type RowSlots = ReadonlyMap<number, number>;

/** `before`: of the rows that were in sight. Those that come take over in the order of those that went, so that no place has to move. */
export function slotsOf(before: RowSlots, ordinals: readonly number[]): RowSlots {
  const inSight = new Set(ordinals);
  const freed = [...before].filter(([ordinal]) => !inSight.has(ordinal)).map(([, slot]) => slot);
  const taken = new Set([...before].filter(([ordinal]) => inSight.has(ordinal)).map(([, slot]) => slot));
  let lowest = 0;
  const another = (): number => {
    while (taken.has(lowest)) lowest += 1;
    return lowest;
  };
  const slots = new Map<number, number>();
  let next = 0;
  for (const ordinal of ordinals) {
    const slot = before.get(ordinal) ?? freed[next++] ?? another();
    taken.add(slot);
    slots.set(ordinal, slot);
  }
  return slots;
}
