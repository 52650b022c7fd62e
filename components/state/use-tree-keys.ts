import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { FieldActions } from './field-actions.ts';
import { markedPlaces, nextPlace, type TreeRow } from './tree-rows.ts';

interface TreeKeys {
  readonly rows: readonly TreeRow[];
  readonly activeIndex: number;
  readonly actions: FieldActions;
  /** Where the menu of the active row opens, in CSS pixels of the window. */
  menuPlace(): { readonly x: number; readonly y: number };
  onActive(path: string): void;
  onFold(path: string, open: boolean): void;
}

const PAGE = 20;
const TYPING_MS = 600;

/**
 * The keys of the WAI-ARIA tree pattern. Enter goes to the event that set the field, with Shift to the state before it; F follows the
 * field; with Alt, the arrows go to what the event changed; the key of the context menu opens that of the field.
 */
export function useTreeKeys({ rows, activeIndex, actions, menuPlace, onActive, onFold }: TreeKeys) {
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
  const move = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) onActive(row.node.path);
  };
  const toChanged = (direction: 1 | -1) => {
    // A folded branch stands for what changed inside it.
    const changed = markedPlaces(
      rows,
      ({ node, expanded }) => node.change !== null || (expanded === false && node.changedBelow),
    );
    const next = nextPlace(changed, activeIndex, direction);
    if (next !== null) move(next);
  };
  const setterOf = ({ node }: TreeRow) => (node.text === null ? null : node.ordinal);
  const plain: Record<string, (row: TreeRow) => void> = {
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
      const setter = setterOf(row);
      if (setter !== null) actions.go(setter);
      else if (row.expanded !== null) onFold(row.node.path, !row.expanded);
    },
    'Shift+Enter': (row) => {
      const setter = setterOf(row);
      if (setter !== null) actions.go(setter - 1);
    },
    'Alt+ArrowDown': () => toChanged(1),
    'Alt+ArrowUp': () => toChanged(-1),
    ContextMenu: (row) => actions.openMenu(row.node.path, menuPlace()),
    'Shift+F10': (row) => actions.openMenu(row.node.path, menuPlace()),
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
    if (row === undefined || event.ctrlKey || event.metaKey) return;
    const action = plain[`${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`];
    if (action !== undefined) {
      event.preventDefault();
      action(row);
    } else if (!event.altKey && /^[\p{L}\p{N}_]$/u.test(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      const isFollow = event.key.toLowerCase() === 'f' && event.timeStamp - typed.current.at >= TYPING_MS;
      // Within a word that is being typed it is a letter like any other.
      if (isFollow) actions.follow(row.node.path);
      else typeAhead(event);
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
