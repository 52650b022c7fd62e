/**
 * Which colour and shape an event type gets: the six most frequent types of a stream have one each, all others share one.
 *
 * Shape and colour always come together, so that neither colour blindness nor forced colours lose a distinction. The
 * assignment depends on the counts alone, never on the order in which the types were met, except between equals.
 */
const NAMED_SLOTS = 6;

/** The slot of all types beyond the six. */
export const OTHER_SLOT = NAMED_SLOTS;

export const SLOT_COUNT = NAMED_SLOTS + 1;

export type GlyphShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'wedge' | 'cross' | 'ring';

/** By slot: the custom property of its colour, and its shape. */
export const SLOTS: readonly { readonly token: string; readonly shape: GlyphShape }[] = [
  { token: '--t1', shape: 'circle' },
  { token: '--t2', shape: 'square' },
  { token: '--t3', shape: 'triangle' },
  { token: '--t4', shape: 'diamond' },
  { token: '--t5', shape: 'wedge' },
  { token: '--t6', shape: 'cross' },
  { token: '--t0', shape: 'ring' },
];

export interface TypeCount {
  readonly name: string;
  readonly count: number;
}

/** One line of the legend. `name` is null for the slot of the others. */
export interface Category {
  readonly slot: number;
  readonly name: string | null;
  /** Number of event types in it. */
  readonly types: number;
  /** Number of events in it. */
  readonly events: number;
}

export interface Categories {
  /** Slot by index of the type in the list given. */
  readonly slotOf: Uint8Array;
  readonly legend: readonly Category[];
}

export function categoriesOf(types: readonly TypeCount[]): Categories {
  const slotOf = new Uint8Array(types.length).fill(OTHER_SLOT);
  const ranked = types
    .map((type, index) => ({ ...type, index }))
    .sort((a, b) => b.count - a.count || a.index - b.index);
  const legend = ranked.slice(0, NAMED_SLOTS).map(({ name, count, index }, slot): Category => {
    slotOf[index] = slot;
    return { slot, name, types: 1, events: count };
  });
  const others = ranked.slice(NAMED_SLOTS);
  if (others.length > 0) {
    const events = others.reduce((sum, type) => sum + type.count, 0);
    legend.push({ slot: OTHER_SLOT, name: null, types: others.length, events });
  }
  return { slotOf, legend };
}
