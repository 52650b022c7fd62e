import type { History } from '#core';

/** Why there is no state: the moment before the first event, an event that took away what there was (its version), or none gave any. */
export type Absence =
  | { readonly why: 'before' }
  | { readonly why: 'removed' | 'emptied'; readonly by: number }
  | { readonly why: 'never' };

/** null: there is a state. `leaves`: of the state at this ordinal. */
export function whyAbsent(history: Pick<History, 'event'>, ordinal: number, leaves: number): Absence | null {
  if (leaves > 0) return null;
  if (ordinal === 0) return { why: 'before' };
  for (let last = ordinal; last > 0; last -= 1) {
    const { removed, changes, version } = history.event(last);
    if (removed) return { why: 'removed', by: version };
    if (changes > 0) return { why: 'emptied', by: version };
  }
  return { why: 'never' };
}
