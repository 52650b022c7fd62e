/** How wide each column of a table is, as this browser remembers it. In pixels of CSS. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { RESULT_COLUMNS, type ResultColumn } from '#wire';
import { KeptText } from '../commands/kept-text.ts';

export const NARROWEST = 64;
export const WIDEST = 960;

export type ColumnWidths = Readonly<Record<ResultColumn, number>>;

const kept = new KeptText('chronoscope.columns');

/** The usual ones until the page runs in the browser, so that both draw the same first. */
export function useColumnWidths(
  usual: ColumnWidths,
): readonly [ColumnWidths, (column: ResultColumn, width: number) => void] {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  const widths = useMemo(() => ({ ...usual, ...readWidths(text) }), [usual, text]);
  const setWidth = useCallback((column: ResultColumn, width: number) => {
    const whole = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    kept.set(JSON.stringify({ ...readWidths(kept.get()), [column]: whole }));
  }, []);
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
