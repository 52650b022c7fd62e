/** Rows as a terminal shows them: columns that line up, two blanks apart, numbers to the right. Nothing from a log is a column of its own. */
import { shownText } from './shown-text.ts';

const APART = '  ';

/** The first row is the heading. `right`: columns whose cells end, and do not begin, at one place. No line ends with blanks. */
export function alignedColumns(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const shown = rows.map((cells) => cells.map(shownText));
  const widths = (shown[0] ?? []).map((_, nth) =>
    shown.reduce((most, cells) => Math.max(most, widthOf(cells[nth] ?? '')), 0),
  );
  return shown.map((cells) =>
    cells
      .map((cell, nth) => {
        const blanks = ' '.repeat(Math.max(0, (widths[nth] ?? 0) - widthOf(cell)));
        return right.has(nth) ? `${blanks}${cell}` : `${cell}${blanks}`;
      })
      .join(APART)
      .trimEnd(),
  );
}

/** A character outside the basic plane is one column, not two. */
const widthOf = (text: string): number => [...text].length;
