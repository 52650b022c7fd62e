/** The entity that is on screen, for those who offer ways through its history. */
import { useEffect, useSyncExternalStore } from 'react';
import type { EntityName } from '../entity-href.ts';
import type { FieldChoice } from '../field-choices.ts';

export interface OnScreen {
  readonly entity: EntityName;
  /** That times are written in. */
  readonly zone: string;
  /** Event types that occur in the history. */
  readonly types: readonly string[];
  /** A type in the words of the face. */
  eventOf(type: string): string;
  /** The fields of the state where the playhead is. */
  fields(): Promise<readonly FieldChoice[]>;
  /** All values of a field. */
  showField(path: string): void;
  /** Says whether it went there: a version, a position, an instant, whatever the page understands. */
  goTo(typed: string): Promise<boolean>;
  /** The nearest event of the type after (1) or before (-1) the playhead, as an ordinal; null: there is none that is known. */
  nearest(type: string, direction: 1 | -1): number | null;
  goToOrdinal(ordinal: number): void;
}

let current: OnScreen | null = null;
const listeners = new Set<() => void>();

/** While the component is on screen. Pass the same object as long as nothing of it changes. */
export function useShownEntity(shown: OnScreen): void {
  useEffect(() => {
    put(shown);
    return () => put(null);
  }, [shown]);
}

/** Null on pages that show no entity. */
export function useOnScreen(): OnScreen | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}

function put(shown: OnScreen | null): void {
  current = shown;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
