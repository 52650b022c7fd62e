/**
 * Rows of audit tables and change streams: an operation with the images of one row before and after it.
 *
 * The state is the whole image after the change. Which names are read:
 *
 * | | Debezium | supa_audit | Bemi | Maxwell, Canal | django-simple-history, Envers |
 * |---|---|---|---|---|---|
 * | operation | `op`: c r u d t m | `op`: INSERT UPDATE DELETE TRUNCATE | `operation`: CREATE UPDATE DELETE TRUNCATE MESSAGE | `type`: insert update delete, bootstrap-insert | `op`: + ~ - or 0 1 2 |
 * | image after | `after` | `record` | `after` | `data` | `after` |
 *
 * Upper and lower case are the same. Values that Debezium left out because they did not change (TOAST) are taken from the state.
 * It does not apply partial images: those are the kind `merge`.
 */
import type { EventMark } from '../history/history.ts';
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from '../json/value.ts';
import type { Evolved, FoldEvent } from './projection.ts';

export function evolveRow(state: Json | undefined, event: FoldEvent): Evolved {
  const row = event.document;
  if (!isJsonObject(row))
    return refused(state, 'foldError', 'A row event must be an object with op, before and after.');
  const name = firstOf(row, ['op', 'operation', 'type']);
  const effect = EFFECTS.get(operationName(name));
  if (effect === undefined) {
    const written =
      name === undefined
        ? 'no operation'
        : `the operation ${operationName(name) || 'of another kind than text'}`;
    return refused(
      state,
      'notHandled',
      `The row has ${written}, which says nothing about what became of it.`,
    );
  }
  if (effect === 'nothing') return { state, mark: null };
  if (effect === 'gone') return { state: undefined, mark: null };
  const after = firstOf(row, ['after', 'record', 'data']);
  if (!isJsonObject(after)) return refused(state, 'foldError', 'The row has no image after the change.');
  return { state: withUnchanged(after, state), mark: null };
}

type Effect = 'image' | 'gone' | 'nothing';

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ...['c', 'r', 'u', 'create', 'read', 'update', 'insert', 'bootstrap-insert', '+', '~', '0', '1'].map(
    (name): [string, Effect] => [name, 'image'],
  ),
  ...['d', 't', 'delete', 'destroy', 'truncate', '-', '2'].map((name): [string, Effect] => [name, 'gone']),
  ...['m', 'message', 'bootstrap-start', 'bootstrap-complete'].map((name): [string, Effect] => [
    name,
    'nothing',
  ]),
]);

function operationName(name: Json | undefined): string {
  return typeof name === 'string' || typeof name === 'number' ? String(name).toLowerCase() : '';
}

function firstOf(row: JsonObject, names: readonly string[]): Json | undefined {
  for (const name of names) {
    const value = getOwn(row, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Debezium writes this where a large value was not sent because it did not change. */
const UNCHANGED = '__debezium_unavailable_value';

function withUnchanged(after: JsonObject, state: Json | undefined): JsonObject {
  const left = Object.keys(after).filter((key) => after[key] === UNCHANGED);
  if (left.length === 0 || !isJsonObject(state)) return after;
  const whole: Record<string, Json> = { ...after };
  for (const key of left) setOwn(whole, key, getOwn(state, key) ?? UNCHANGED);
  return whole;
}

function refused(state: Json | undefined, kind: EventMark['kind'], message: string): Evolved {
  return { state, mark: { kind, message } };
}
