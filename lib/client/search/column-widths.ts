/** How wide each column of a table is: as the address says, or else as this browser remembers it. In pixels of CSS. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { NARROWEST, RESULT_COLUMNS, type ResultColumn, type SearchView, WIDEST } from '#wire';
import { KeptText } from '../commands/kept-text.ts';

export type ColumnWidths = Readonly<Record<ResultColumn, number>>;

const kept = new KeptText('chronoscope.columns');

/** Those of the address, and the usual ones until the page runs in the browser, so that both draw the same first. */
export function useColumnWidths(
  usual: ColumnWidths,
  written: SearchView['widths'],
  onWidths: (widths: SearchView['widths']) => void,
): readonly [ColumnWidths, (column: ResultColumn, width: number) => void] {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  const widths = useMemo(() => ({ ...usual, ...readWidths(text), ...written }), [usual, text, written]);
  const setWidth = useCallback(
    (column: ResultColumn, width: number) => {
      const whole = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
      kept.set(JSON.stringify({ ...readWidths(kept.get()), [column]: whole }));
      onWidths({ ...written, [column]: whole });
    },
    [written, onWidths],
  );
  return [widths, setWidth];
}

/** What somebody else may have written there is not taken over. */
export function readWidths(text: string | null): Partial<ColumnWidths> {
  const read = parsed(text);
  if (typeof read !== 'object' || read === null) return {};
  const given = new Map<string, unknown>(Object.entries(read));
  return Object.fromEntries(
    RESULT_COLUMNS.flatMap((column) => {
      const width = given.get(column);
      return typeof width === 'number' && width >= NARROWEST && width <= WIDEST ? [[column, width]] : [];
    }),
  );
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
