/** What the palette lists. */
export interface PaletteRow {
  /** Unlike every other in the list. */
  readonly key: string;
  readonly icon: 'command' | 'entity' | 'recent' | 'page' | 'moment' | 'type' | 'field' | 'actor';
  readonly text: string;
  /** Indexes of what was looked for. */
  readonly at: readonly number[];
  /** Said small behind it. */
  readonly hint: string | null;
  readonly chords: readonly string[];
  /** Where it leads, for another tab; null: it does something here. */
  readonly href: string | null;
  /** Absent: it goes to `href`. Answers why it could not be done, or null. */
  run?(): Promise<string | null>;
}

export interface PaletteGroup {
  /** With what is left out, where something is. */
  readonly title: string;
  readonly rows: readonly PaletteRow[];
  /** How well the best of its rows answers to what was typed. */
  readonly best: number;
}

/** At most so many with the count of the rest in the title: what is left out is said. */
export function groupOf(
  title: string,
  rows: readonly PaletteRow[],
  best = 0,
  most = Number.POSITIVE_INFINITY,
): PaletteGroup {
  if (rows.length <= most) return { title, rows, best };
  return {
    title: `${title} · the best ${most} of ${rows.length.toLocaleString('en')}, type on for others`,
    rows: rows.slice(0, most),
    best,
  };
}
