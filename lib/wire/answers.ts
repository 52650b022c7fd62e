/**
 * Answers about one entity as JSON, the same bytes over HTTP and on the command line.
 *
 * Values of the state are put in as the exact text that they have: `JSON.stringify` would have to parse them first, and a double
 * would lose what they say.
 */
import { canonicalText, type EventHeader, formatInstant, type Json, type JsonPatchOperation } from '#core';

export interface EventMention {
  readonly version: number;
  readonly type: string;
  readonly actor: string | null;
  readonly recordedAt: string;
  readonly occurredAt: string;
}

/** Who and when, in the same words everywhere. */
export function mentionEvent(event: EventHeader): EventMention {
  return {
    version: event.version,
    type: event.type,
    actor: event.actor,
    recordedAt: formatInstant(event.recordedAt),
    occurredAt: formatInstant(event.occurredAt),
  };
}

interface NotThen {
  readonly exists: false;
}

const NOT_THEN = '{"exists":false}';

export function stateJson(
  answer: NotThen | { readonly exists: true; readonly version: number; readonly text: string },
): string {
  if (!answer.exists) return NOT_THEN;
  return `{"exists":true,"version":${answer.version},"state":${answer.text}}`;
}

export interface ChangesAnswer {
  readonly from: number;
  readonly to: number;
  readonly axis: string;
  readonly changes: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly event: EventHeader;
  }[];
}

/** `before` and `after` are left out where the leaf was absent, so that a JSON null stays a value. */
export function changesJson({ from, to, axis, changes }: ChangesAnswer): string {
  const listed = changes.map(({ path, before, after, event }) =>
    object({ path: text(path), before, after, event: JSON.stringify(mentionEvent(event)) }),
  );
  return `{"from":${from},"to":${to},"axis":"${axis}","changes":[${listed.join(',')}]}`;
}

/** The operations of RFC 6902. */
export function patchJson(operations: readonly JsonPatchOperation[]): string {
  const plain: readonly Json[] = operations.map((operation) => ({ ...operation }));
  return canonicalText(plain);
}

export interface BlamedState {
  readonly exists: true;
  readonly version: number;
  readonly axis: string;
  readonly lines: readonly { readonly path: string; readonly text: string; readonly event: EventHeader }[];
}

export function blameJson(blame: NotThen | BlamedState): string {
  if (!blame.exists) return NOT_THEN;
  const lines = blame.lines.map(({ path, text: value, event }) =>
    object({ path: text(path), value, event: JSON.stringify(mentionEvent(event)) }),
  );
  return `{"exists":true,"version":${blame.version},"axis":"${blame.axis}","blame":[${lines.join(',')}]}`;
}

export interface FieldAnswer {
  readonly path: string;
  readonly axis: string;
  readonly values: readonly { readonly text: string | null; readonly event: EventHeader }[];
  readonly next: number | null;
}

/** `value` is left out where the event removed the path. */
export function fieldJson({ path, axis, values, next }: FieldAnswer): string {
  const listed = values.map(({ text: value, event }) =>
    object({ value, event: JSON.stringify(mentionEvent(event)) }),
  );
  return `{"path":${text(path)},"axis":"${axis}","values":[${listed.join(',')}],"next":${next}}`;
}

/** `event` is left out where the conditions never hold together. */
export function firstWhereJson({
  axis,
  event,
}: {
  readonly axis: string;
  readonly event: EventHeader | null;
}): string {
  const found = event === null ? null : JSON.stringify(mentionEvent(event));
  return object({ found: String(event !== null), axis: text(axis), event: found });
}

/** From members that are JSON texts; those that are null are left out. */
function object(members: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(members).flatMap(([name, value]) =>
    value === null ? [] : [`${text(name)}:${value}`],
  );
  return `{${written.join(',')}}`;
}

const text = (value: string): string => JSON.stringify(value);
