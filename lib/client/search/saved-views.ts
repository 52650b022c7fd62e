/** Views of the events that a reader has given a name; each is an address, kept in this browser. */
import { useMemo, useSyncExternalStore } from 'react';
import { KeptText } from '../commands/kept-text.ts';
import { keptRows } from './kept-rows.ts';

export interface SavedView {
  /** Not empty, and each once. */
  readonly name: string;
  /** The search part of the address, without "?". */
  readonly search: string;
}

const kept = new KeptText('chronoscope-views');

export function useSavedViews(): readonly SavedView[] {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  return useMemo(() => parseViews(text), [text]);
}

/** Asks what is kept now, which another tab may have changed. */
export function changeViews(edit: (views: readonly SavedView[]) => readonly SavedView[]): void {
  kept.set(writeViews(edit(parseViews(kept.get()))));
}

/** Why it cannot be the name of one; null: it can. `own`: the name that it has by now. */
export function whyNotName(
  views: readonly SavedView[],
  typed: string,
  own: string | null = null,
): string | null {
  const name = typed.trim();
  if (name === '') return 'Write a name for the view.';
  const isTaken = name !== own && views.some((view) => view.name === name);
  return isTaken ? 'Another view has this name. Write another one, or delete that view first.' : null;
}

/** In the order of their names, as words go. */
export function withView(views: readonly SavedView[], { name, search }: SavedView): readonly SavedView[] {
  const others = views.filter((view) => view.name !== name.trim());
  return inOrder([...others, { name: name.trim(), search }]);
}

export function renamed(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  return inOrder(views.map((view) => (view.name === from ? { ...view, name: to.trim() } : view)));
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}

function inOrder(views: readonly SavedView[]): readonly SavedView[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return views.toSorted((one, other) => compare(one.name, other.name));
}

export function writeViews(views: readonly SavedView[]): string {
  return JSON.stringify(views.map(({ name, search }) => [name, search]));
}

/** Law: parseViews(writeViews(views)) = views. What cannot be read was never kept. */
export function parseViews(text: string | null): readonly SavedView[] {
  const views = new Map<string, SavedView>();
  for (const row of keptRows(text)) {
    const [name, search]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (typeof name === 'string' && name.trim() !== '' && typeof search === 'string')
      views.set(name, { name, search });
  }
  return [...views.values()];
}
