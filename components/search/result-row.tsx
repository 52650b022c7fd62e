import { memo } from 'react';
import { COLUMN_LOOKS } from '#client/search/result-columns';
import { GridCell, GridRow } from '#components/ui/grid-parts';
import type { FoundEventAnswer, ResultColumn } from '#wire';
import look from './result.module.css';
import { type CellPlace, valueIn } from './result-cell.tsx';

export interface ResultRowProps {
  readonly ordinal: number;
  /** null: it is on its way; its place is kept. */
  readonly event: FoundEventAnswer | null;
  readonly columns: readonly ResultColumn[];
  readonly template: string;
  /** The clock of a card, which has room for one. */
  readonly clock: 'recorded' | 'occurred';
  readonly place: CellPlace;
  /** It is a card, which has one menu for all of its values. */
  readonly isNarrow: boolean;
  /** Counted from 1, the headings included; null: it is not known how many are in front of it. */
  readonly index: number | null;
  /** The active cell of the selected row; null: another row is selected. */
  readonly active: number | null;
  onSelect(ordinal: number, cell: number): void;
  /** `column` null: of the whole row. */
  onMenu(ordinal: number, column: ResultColumn | null, at: { readonly x: number; readonly y: number }): void;
  onOpen(ordinal: number): void;
}

/** Only of the active cell, which the table names. */
export const cellId = (ordinal: number, cell: number): string => `found-${ordinal}-${cell}`;

/** One event that was found. */
export const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { ordinal, event, columns, template, clock, place, isNarrow, index, active } = props;
  const { onSelect, onMenu, onOpen } = props;
  const below = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    return { x: left, y: bottom };
  };
  return (
    <GridRow
      aria-rowindex={index ?? undefined}
      aria-selected={active !== null}
      className={`${look.row} border-line border-b hover:bg-sunken ${active === null ? '' : look.selected}`}
      style={{ ['--columns' as string]: template }}
      onDoubleClick={() => onOpen(ordinal)}
    >
      {columns.map((column, cell) => (
        // biome-ignore lint/a11y/useSemanticElements: as of all parts of a grid; not one of those, because there are more than of anything else
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        <div
          key={column}
          role="gridcell"
          id={active === cell ? cellId(ordinal, cell) : undefined}
          aria-colindex={cell + 1}
          data-column={column}
          data-clock={column === clock}
          onPointerDown={() => onSelect(ordinal, cell)}
          className={`${look.cell} truncate ${active === cell ? look.active : ''}`}
        >
          {event === null ? <span className="text-ink-3">…</span> : valueIn(column, event, place)}
          {event === null || isNarrow ? null : (
            <button
              type="button"
              tabIndex={-1}
              aria-haspopup="menu"
              // Beside the value: to name it once more would be read twice, and said anew for every row that comes.
              aria-label={`${COLUMN_LOOKS[column].title}: only, without, copy`}
              onClick={(press) => onMenu(ordinal, column, below(press))}
              className={look.more}
            />
          )}
        </div>
      ))}
      {isNarrow ? (
        <GridCell aria-colindex={columns.length + 1} className={look.rowMore}>
          {event === null ? null : (
            <button
              type="button"
              tabIndex={-1}
              aria-haspopup="menu"
              aria-label="Look for events like this one"
              onClick={(press) => {
                onSelect(ordinal, 0);
                onMenu(ordinal, null, below(press));
              }}
              className={look.moreOfRow}
            />
          )}
        </GridCell>
      ) : null}
    </GridRow>
  );
});
