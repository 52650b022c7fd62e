/** The entities that were looked at last in this browser, newest first. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { EntityName } from '../entity-href.ts';
import { KeptText } from './kept-text.ts';

const KEPT = 8;
const kept = new KeptText('chronoscope-recent');

/** Keeps that this one was looked at. */
export function useRecentVisit({ namespace, type, id }: EntityName): void {
  useEffect(() => {
    const visited = { namespace, type, id };
    kept.set(JSON.stringify(withVisit(parseRecent(kept.get()), visited)));
  }, [namespace, type, id]);
}

export function useRecentEntities(): readonly EntityName[] {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  return useMemo(() => parseRecent(text), [text]);
}

export function withVisit(recent: readonly EntityName[], visited: EntityName): readonly EntityName[] {
  return [visited, ...recent.filter((other) => !isSame(other, visited))].slice(0, KEPT);
}

/** What cannot be read was never kept. */
export function parseRecent(text: string | null): readonly EntityName[] {
  if (text === null) return [];
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? entries.filter(isName).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

const isSame = (one: EntityName, other: EntityName): boolean =>
  one.namespace === other.namespace && one.type === other.type && one.id === other.id;

function isName(entry: unknown): entry is EntityName {
  if (typeof entry !== 'object' || entry === null) return false;
  const { namespace, type, id } = entry as Partial<Record<keyof EntityName, unknown>>;
  return typeof namespace === 'string' && typeof type === 'string' && typeof id === 'string';
}
