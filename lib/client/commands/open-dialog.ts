/** Which of the dialogs that belong to every page is open; at most one. */
import { useSyncExternalStore } from 'react';

export type DialogName = 'palette' | 'help';

let open: DialogName | null = null;
const listeners = new Set<() => void>();

/** Null closes. */
export function openDialog(name: DialogName | null): void {
  open = name;
  for (const listener of listeners) listener();
}

/** The one that was asked for, at once: what is drawn follows. */
export const askedDialog = (): DialogName | null => open;

export function useOpenDialog(): DialogName | null {
  return useSyncExternalStore(subscribe, askedDialog, () => null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
