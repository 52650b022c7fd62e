/** Why two moments of a story can be alike: what lies between them, and which fields changed there and came back. */

import { visibleChanges } from '#client/visible-changes';
import type { History } from '#core';

export interface BetweenMoments {
  /** How many events lie between, the later moment's own included. */
  readonly events: number;
  /** Pointers of the fields that changed on the way, in the order of their first change. */
  readonly fields: readonly string[];
  /** Ordinals of the events that changed them. */
  readonly changedBy: readonly number[];
}

/** Meant for moments without a difference: then every field that changed between them came back. */
export function betweenMoments(
  history: Pick<History, 'changesOf'>,
  one: number,
  other: number,
): BetweenMoments {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  const fields = new Set<string>();
  const changedBy: number[] = [];
  for (let ordinal = from + 1; ordinal <= to; ordinal += 1) {
    const changes = visibleChanges(history.changesOf(ordinal));
    if (changes.length > 0) changedBy.push(ordinal);
    for (const { path } of changes) fields.add(path);
  }
  return { events: to - from, fields: [...fields], changedBy };
}
