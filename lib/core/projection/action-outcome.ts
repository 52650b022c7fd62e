/** What one audited action tells of its entity: parts of the state to set, or a mark where it tells nothing. */
import type { EventMark } from '../history/history.ts';
import type { Json } from '../json/value.ts';

export type ActionOutcome =
  | { readonly mark: EventMark }
  | { readonly mark: null; readonly tells: Readonly<Record<string, Json>> };

/** It happened, and is counted, but says nothing about what the entity is like now. */
export const TELLS_NOTHING: ActionOutcome = { mark: null, tells: {} };

/** The mark of an action that was refused or went wrong, in the words of the log. */
export function failed(reasons: readonly (Json | undefined)[]): ActionOutcome {
  const words = reasons.filter((reason) => typeof reason === 'string' || typeof reason === 'number');
  return {
    mark: { kind: 'failedAction', message: `The action failed: ${words.join(': ') || 'no reason given'}` },
  };
}
