/** Which of the things that have keys of their own are on screen, for the list of keys. */
import { useEffect, useSyncExternalStore } from 'react';

export type KeyPlace = 'query' | 'events' | 'table' | 'bars' | 'numbers' | 'state';

/** While the component is on screen. */
export function useKeyPlace(place: KeyPlace): void {
  useEffect(() => {
    put([...mounted, place]);
    return () => put(mounted.toSpliced(mounted.indexOf(place), 1));
  }, [place]);
}

export function useKeyPlaces(): readonly KeyPlace[] {
  return useSyncExternalStore(
    subscribe,
    () => mounted,
    () => NONE,
  );
}

const NONE: readonly KeyPlace[] = [];

/** One for each that is on screen: two trees are two. */
let mounted = NONE;
const listeners = new Set<() => void>();

function put(places: readonly KeyPlace[]): void {
  mounted = places;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
