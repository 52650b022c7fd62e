/**
 * Logs of actions that carry no state of their own: the state is what the actions say about the entity.
 *
 * `{ actions: { <type>: n }, lastAction, lastActor, … }` counts every action that succeeded, reads included, and beside it
 * stands what they tell of the entity (see `audited-action.ts`). An action that failed changes nothing and is marked, so nobody
 * mistakes an attempt for a fact. It reads no clock: when things happened is in the events.
 */
import { getOwn, isJsonObject, type Json, setOwn } from '../json/value.ts';
import { auditedAction } from './audited-action.ts';
import type { Evolved, FoldEvent } from './projection.ts';

export function evolveActivity(state: Json | undefined, event: FoldEvent): Evolved {
  const known = isJsonObject(state) ? state : {};
  const action = auditedAction(event.document, known);
  if (action.mark !== null) return { state, mark: action.mark };
  const next: Record<string, Json> = { ...known };
  next.actions = counted(getOwn(known, 'actions'), event.type);
  next.lastAction = event.type;
  next.lastActor = event.actor;
  for (const [key, value] of Object.entries(action.tells)) next[key] = value;
  return { state: next, mark: null };
}

function counted(actions: Json | undefined, type: string): Json {
  const counts: Record<string, Json> = isJsonObject(actions) ? { ...actions } : {};
  const before = getOwn(counts, type);
  setOwn(counts, type, (typeof before === 'number' ? before : 0) + 1);
  return counts;
}
