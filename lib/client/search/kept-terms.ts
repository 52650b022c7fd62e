/**
 * Terms that are left out of the query for a while, and those that stay when it is cleared: kept in this browser session, beside the
 * query and not in it.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { KeptText } from '../commands/kept-text.ts';
import { keptRows } from './kept-rows.ts';

export interface KeptTerms {
  /** As they were written, in the order in which they were set aside. */
  readonly aside: readonly string[];
  readonly pinned: readonly string[];
}

export const NO_TERMS: KeptTerms = { aside: [], pinned: [] };

const kept = new KeptText('chronoscope-terms', 'session');

export function useKeptTerms(namespace: string): readonly [KeptTerms, (terms: KeptTerms) => void] {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  const terms = useMemo(() => parseKeptTerms(text).get(namespace) ?? NO_TERMS, [text, namespace]);
  const keep = useCallback(
    (next: KeptTerms) =>
      kept.set(writeKeptTerms(new Map([...parseKeptTerms(kept.get()), [namespace, next]]))),
    [namespace],
  );
  return [terms, keep];
}

export function withAside({ aside, pinned }: KeptTerms, term: string): KeptTerms {
  return { aside: [...aside.filter((other) => other !== term), term], pinned };
}

export function withoutAside({ aside, pinned }: KeptTerms, term: string): KeptTerms {
  return { aside: aside.filter((other) => other !== term), pinned };
}

export function withPin({ aside, pinned }: KeptTerms, term: string, isPinned: boolean): KeptTerms {
  const others = pinned.filter((other) => other !== term);
  return { aside, pinned: isPinned ? [...others, term] : others };
}

/** A term that is written in another way now stays pinned. */
export function rewritten({ aside, pinned }: KeptTerms, from: string, to: string): KeptTerms {
  return { aside, pinned: pinned.map((term) => (term === from ? to : term)) };
}

/** The text and the terms that are left when everything is cleared but what is pinned. */
export function cleared(
  written: readonly string[],
  { aside, pinned }: KeptTerms,
): { readonly text: string; readonly kept: KeptTerms } {
  const isPinned = (term: string) => pinned.includes(term);
  const stays = aside.filter(isPinned);
  const text = written.filter(isPinned);
  return { text: text.join(' '), kept: { aside: stays, pinned: [...new Set([...text, ...stays])] } };
}

export type KeptByNamespace = ReadonlyMap<string, KeptTerms>;

export function writeKeptTerms(all: KeptByNamespace): string {
  return JSON.stringify([...all].map(([namespace, { aside, pinned }]) => [namespace, aside, pinned]));
}

/** Law: parseKeptTerms(writeKeptTerms(all)) = all. What cannot be read was never kept. */
export function parseKeptTerms(text: string | null): KeptByNamespace {
  const rows = keptRows(text).flatMap((row): [string, KeptTerms][] => {
    const [namespace, aside, pinned]: readonly unknown[] = Array.isArray(row) ? row : [];
    return typeof namespace === 'string' && areTexts(aside) && areTexts(pinned)
      ? [[namespace, { aside, pinned }]]
      : [];
  });
  return new Map(rows);
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
