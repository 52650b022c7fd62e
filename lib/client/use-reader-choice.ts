/** A choice of the reader that this browser remembers, such as whether a column is shown. */
import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** `usual`, where nothing was chosen; and until the page runs in the browser, so that both draw the same first. */
export function useReaderChoice(name: string, usual = false): readonly [boolean, (on: boolean) => void] {
  const key = `chronoscope.${name}`;
  const on = useSyncExternalStore(
    subscribe,
    () => read(key) ?? usual,
    () => usual,
  );
  const choose = useCallback(
    (next: boolean) => {
      kept.set(key, next);
      try {
        window.localStorage.setItem(key, next ? 'on' : 'off');
      } catch {
        // Where nothing may be stored, the choice holds for as long as the page is open.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [on, choose];
}

const kept = new Map<string, boolean | null>();

function read(key: string): boolean | null {
  const known = kept.get(key);
  if (known !== undefined) return known;
  let on: boolean | null = null;
  try {
    const written = window.localStorage.getItem(key);
    on = written === null ? null : written === 'on';
  } catch {
    // As where it was never chosen.
  }
  kept.set(key, on);
  return on;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
