import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { TreeRow } from './tree-rows.ts';

interface TreeKeys {
  readonly rows: readonly TreeRow[];
  readonly activeIndex: number;
  onActive(path: string): void;
  onFold(path: string, open: boolean): void;
  onGo(ordinal: number): void;
}

const PAGE = 20;
const TYPING_MS = 600;

/** The keys of the WAI-ARIA tree pattern; Enter goes to the event that set the field. */
export function useTreeKeys({ rows, activeIndex, onActive, onFold, onGo }: TreeKeys) {
  const typed = useRef({ text: '', at: 0 });
  const move = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) onActive(row.node.path);
  };
  const actions: Record<string, (row: TreeRow) => void> = {
    ArrowDown: () => move(activeIndex + 1),
    ArrowUp: () => move(activeIndex - 1),
    PageDown: () => move(activeIndex + PAGE),
    PageUp: () => move(activeIndex - PAGE),
    Home: () => move(0),
    End: () => move(rows.length - 1),
    ArrowRight: (row) => {
      if (row.expanded === false) onFold(row.node.path, true);
      else if (row.expanded) move(activeIndex + 1);
    },
    ArrowLeft: (row) => {
      if (row.expanded) onFold(row.node.path, false);
      else move(parentIndex(rows, activeIndex));
    },
    Enter: (row) => {
      if (row.node.ordinal !== null && row.node.text !== null) onGo(row.node.ordinal);
      else if (row.expanded !== null) onFold(row.node.path, !row.expanded);
    },
  };
  const typeAhead = (event: KeyboardEvent) => {
    const now = event.timeStamp;
    const text = now - typed.current.at < TYPING_MS ? typed.current.text + event.key : event.key;
    typed.current = { text, at: now };
    const found = nextStartingWith(rows, activeIndex, text.toLowerCase());
    if (found !== null) move(found);
  };
  return (event: KeyboardEvent) => {
    const row = rows[activeIndex];
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const action = actions[event.key];
    if (action !== undefined) {
      event.preventDefault();
      action(row);
    } else if (/^[\p{L}\p{N}_]$/u.test(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      typeAhead(event);
    }
  };
}

function parentIndex(rows: readonly TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let above = index - 1; above >= 0; above -= 1) if ((rows[above]?.level ?? 0) < level) return above;
  return index;
}

/** From the row itself while typing goes on, from the next one at its first letter; round the end once. */
function nextStartingWith(rows: readonly TreeRow[], from: number, text: string): number | null {
  const first = text.length === 1 ? 1 : 0;
  for (let step = first; step < rows.length + first; step += 1) {
    const index = (from + step) % rows.length;
    if (rows[index]?.node.key.toLowerCase().startsWith(text)) return index;
  }
  return null;
}
