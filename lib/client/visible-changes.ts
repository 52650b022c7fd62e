/**
 * What a list of changes says to a reader, and its counts in words.
 *
 * The marker `[]` of an array whose members have leaves of their own is bookkeeping: where a member's change is listed
 * too, the marker's own change is left out. A marker that stands alone (an array that became empty) stays.
 */
import type { Change } from '#core';

export function visibleChanges<T extends Change>(changes: readonly T[]): readonly T[] {
  const markers = changes.filter(isMarkerChange);
  if (markers.length === 0) return changes;
  const parents = new Set<string>();
  for (const { path } of changes) {
    for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      parents.add(path.slice(0, end));
      if (end === 0) break;
    }
  }
  return changes.filter((change) => !isMarkerChange(change) || !parents.has(change.path));
}

export interface ChangeCounts {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

export function countChanges(changes: readonly Change[]): ChangeCounts {
  let changed = 0;
  let added = 0;
  let removed = 0;
  for (const { before, after } of changes) {
    if (before === null) added += 1;
    else if (after === null) removed += 1;
    else changed += 1;
  }
  return { changed, added, removed };
}

/** `3 fields changed, 1 added, 2 removed`; `no field changed`. The noun is said once, by the first part. */
export function countsInWords({ changed, added, removed }: ChangeCounts): string {
  const parts = [
    { count: changed, verb: 'changed' },
    { count: added, verb: 'added' },
    { count: removed, verb: 'removed' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return 'no field changed';
  return parts
    .map(
      ({ count, verb }, place) => `${count.toLocaleString('en')}${place === 0 ? fields(count) : ''} ${verb}`,
    )
    .join(', ');
}

function fields(count: number): string {
  return count === 1 ? ' field' : ' fields';
}

function isMarkerChange({ before, after }: Change): boolean {
  return (before === '[]' && after === null) || (before === null && after === '[]');
}
