/** A diff as groups by the container the fields lie in, in the order the diff has them; the root's own fields first. */

import { parentPointer, pointerSteps } from '#client/pointer-words';
import { visibleChanges } from '#client/visible-changes';
import type { DiffEntry } from '#core';

export interface DiffGroup {
  /** Pointer of the container. */
  readonly path: string;
  readonly entries: readonly DiffEntry[];
}

/** What the list draws, one row each: the heading of a group, or one of its fields. */
export type DiffRow =
  | { readonly kind: 'group'; readonly path: string; readonly count: number }
  | { readonly kind: 'entry'; readonly entry: DiffEntry; readonly name: string };

export function diffGroups(diff: readonly DiffEntry[]): readonly DiffGroup[] {
  const groups = new Map<string, DiffEntry[]>([['', []]]);
  for (const entry of visibleChanges(diff)) {
    const parent = parentPointer(entry.path);
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [entry]);
    else group.push(entry);
  }
  return [...groups]
    .filter(([, entries]) => entries.length > 0)
    .map(([path, entries]) => ({ path, entries }));
}

/** The root's group has no heading: its fields speak for themselves. */
export function diffRows(groups: readonly DiffGroup[]): readonly DiffRow[] {
  return groups.flatMap(({ path, entries }): DiffRow[] => [
    ...(path === '' ? [] : [{ kind: 'group' as const, path, count: entries.length }]),
    ...entries.map((entry) => ({
      kind: 'entry' as const,
      entry,
      name: entry.path === '' ? '' : (pointerSteps(entry.path).at(-1) ?? ''),
    })),
  ]);
}
