import type { KeyboardEvent } from 'react';
import type { PaletteRow } from './palette-row.ts';

const PAGE = 8;

/** The keys of the combobox pattern; the caret keeps Home, End and the arrows to the side. */
export function usePaletteKeys(
  rows: readonly PaletteRow[],
  active: PaletteRow | null,
  onActive: (key: string) => void,
  onChoose: (row: PaletteRow, inNewTab: boolean) => void,
) {
  const at = active === null ? -1 : rows.indexOf(active);
  const last = rows.length - 1;
  const targets: Readonly<Partial<Record<string, number>>> = {
    // Round the ends, as one key back from the first is the quickest way to the last.
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    PageDown: Math.min(last, at + PAGE),
    PageUp: Math.max(0, at - PAGE),
  };
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active !== null) onChoose(active, event.ctrlKey || event.metaKey);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = rows[targets[event.key] ?? -1];
    if (row === undefined) return;
    event.preventDefault();
    onActive(row.key);
  };
}
