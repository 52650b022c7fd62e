/** The queries that were sent off in this browser, namespace by namespace, newest first. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { KeptText } from '../commands/kept-text.ts';
import { keptRows } from './kept-rows.ts';

const MOST_KEPT = 30;
const kept = new KeptText('chronoscope-queries');

export interface PastQueries {
  readonly queries: readonly string[];
  keep(query: string): void;
  forget(query: string): void;
  forgetAll(): void;
}

export function usePastQueries(namespace: string): PastQueries {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  const queries = useMemo(() => parsePast(text).get(namespace) ?? [], [text, namespace]);
  const change = useCallback(
    (edit: (queries: readonly string[]) => readonly string[]) => {
      const all = parsePast(kept.get());
      kept.set(writePast(new Map([...all, [namespace, edit(all.get(namespace) ?? [])]])));
    },
    [namespace],
  );
  return {
    queries,
    keep: (query) => change((before) => withQuery(before, query)),
    forget: (query) => change((before) => before.filter((other) => other !== query)),
    forgetAll: () => change(() => []),
  };
}

/** The empty query is no query to come back to. */
export function withQuery(queries: readonly string[], query: string): readonly string[] {
  const written = query.trim();
  if (written === '') return queries;
  return [written, ...queries.filter((other) => other !== written)].slice(0, MOST_KEPT);
}

export type PastByNamespace = ReadonlyMap<string, readonly string[]>;

export function writePast(past: PastByNamespace): string {
  return JSON.stringify([...past].filter(([, queries]) => queries.length > 0));
}

/** Law: parsePast(writePast(past)) = past. What cannot be read was never kept. */
export function parsePast(text: string | null): PastByNamespace {
  const rows = keptRows(text).flatMap((row): [string, readonly string[]][] => {
    const [namespace, queries]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (typeof namespace !== 'string' || !Array.isArray(queries)) return [];
    return [[namespace, queries.filter((query) => typeof query === 'string').slice(0, MOST_KEPT)]];
  });
  return new Map(rows);
}
