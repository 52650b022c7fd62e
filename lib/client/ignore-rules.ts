/**
 * Which differences a diff leaves out because its reader asked for it: those at or below a path, and that elements of a list stand in
 * another order.
 *
 * Law: shown and left out together are all differences a reader would see, and where nothing is asked for, nothing is left out.
 */
import { type Change, readKeyOrder } from '#core';
import { type Blame, type NamedList, visibleChanges } from './visible-changes.ts';

export interface IgnoreRules {
  /** Paths of fields or containers. */
  readonly ignores: readonly string[];
  readonly ignoresOrder: boolean;
}

export interface RuledChanges<T extends Change> {
  readonly shown: readonly (T & NamedList)[];
  readonly hidden: readonly (T & NamedList)[];
}

/** Both as a reader sees them, ascending by path as they came. */
export function ruledChanges<T extends Change>(
  changes: readonly T[],
  rules: IgnoreRules,
  blame: Blame<T>,
): RuledChanges<T> {
  const visible = visibleChanges(changes, blame);
  const ignored = new Set(changes.filter((change) => isIgnored(change, rules)).map(({ path }) => path));
  return {
    shown: visible.filter(({ path }) => !ignored.has(path)),
    hidden: visible.filter(({ path }) => ignored.has(path)),
  };
}

export function isIgnored(change: Change, { ignores, ignoresOrder }: IgnoreRules): boolean {
  return ignores.some((rule) => isAtOrBelow(change.path, rule)) || (ignoresOrder && isReordering(change));
}

/** A list that goes by key is there on both sides, with its elements in another order. */
export function isReordering({ before, after }: Change): boolean {
  return before !== null && after !== null && readKeyOrder(before) !== null && readKeyOrder(after) !== null;
}

const isAtOrBelow = (path: string, rule: string): boolean => path === rule || path.startsWith(`${rule}/`);
