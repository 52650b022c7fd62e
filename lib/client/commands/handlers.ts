/** Who carries out which command: what is on screen says what it can do, and keys and palette ask here. */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { CommandId } from './command-table.ts';

/** Undefined: not now. */
export type Handlers = { readonly [Id in CommandId]?: (() => void) | undefined };

/** While the component is on screen. The newest handlers are called; of several for one command, those that came last. */
export function useHandlers(handlers: Handlers): void {
  const newest = useRef(handlers);
  useLayoutEffect(() => {
    newest.current = handlers;
  });
  const names = namesOf(handlers);
  useEffect(() => {
    const entry: Entry = { ids: new Set(names.split(' ')), run: (id) => newest.current[id]?.() };
    entries = [...entries, entry];
    tell();
    return () => {
      entries = entries.filter((other) => other !== entry);
      tell();
    };
  }, [names]);
}

/** Says whether there was somebody to do it. */
export function runCommand(id: CommandId): boolean {
  const entry = entries.findLast(({ ids }) => ids.has(id));
  entry?.run(id);
  return entry !== undefined;
}

/** The commands that can be given now. */
export function useAvailable(): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    () => available,
    () => NONE,
  );
}

interface Entry {
  readonly ids: ReadonlySet<string>;
  run(id: CommandId): void;
}

const NONE: ReadonlySet<string> = new Set();

let entries: readonly Entry[] = [];
let available = NONE;
const listeners = new Set<() => void>();

function namesOf(handlers: Handlers): string {
  return Object.entries(handlers)
    .flatMap(([id, handler]) => (handler === undefined ? [] : [id]))
    .join(' ');
}

function tell(): void {
  available = new Set(entries.flatMap(({ ids }) => [...ids]));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
