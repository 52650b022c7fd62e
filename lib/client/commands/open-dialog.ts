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

export function useOpenDialog(): DialogName | null {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
