/**
 * What a query means, on one event in memory and without any cleverness: whatever a store compiles it to finds the events of which this is true.
 *
 * Laws: those of logic (de Morgan, twice not), and an event that a store does not find is one of which this is false.
 */
import type { MarkKind } from '../history/mark-kinds.ts';
import type { Json } from '../json/value.ts';
import { holdsPlace, isPlace, valuesAt } from './path-places.ts';
import { matchesPattern } from './pattern.ts';
import type { EntityTerm, NameField, PathPattern, Query, Range, Term, ValueTest } from './query.ts';
import { meetsTest, valueOfJson, valueOfLeaf } from './value-test.ts';
import { hasText } from './words.ts';

export interface QueriedEvent {
  readonly entityType: string;
  readonly entityId: string;
  readonly type: string;
  readonly actor: string | null;
  readonly source: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly occurredAt: bigint;
  readonly recordedAt: bigint;
  readonly version: number;
  readonly position: bigint;
  readonly removed: boolean;
  readonly isLate: boolean;
  readonly isOutOfOrder: boolean;
  /** What its fold said of it; null: nothing, it was applied as it is. */
  readonly mark: MarkKind | null;
  /** Parsed exactly; undefined where it is no JSON. */
  readonly payload: Json | undefined;
  /** What free text is looked for in, each text by itself. */
  readonly texts: readonly string[];
  /** Leaf texts, null for absent. */
  readonly changes: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** By path, the leaf texts of all values that the entity has, or has had. */
  readonly was: ReadonlyMap<string, readonly string[]>;
  /** By path, the leaf texts of the state at the moment asked about. */
  readonly state: ReadonlyMap<string, string>;
}

export function matchesQuery(query: Query, event: QueriedEvent): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      return query.of.every((member) => matchesQuery(member, event));
    case 'or':
      return query.of.some((member) => matchesQuery(member, event));
    case 'not':
      return !matchesQuery(query.of, event);
    default:
      return meetsTerm(query, event);
  }
}

function meetsTerm(term: Term, event: QueriedEvent): boolean {
  switch (term.kind) {
    case 'name': {
      const name = nameOf(event, term.field);
      return name !== null && matchesPattern(term.pattern, name);
    }
    case 'entity':
      return isOfEntity(term, event);
    case 'time':
      return isWithin(term.axis === 'occurred' ? event.occurredAt : event.recordedAt, term);
    case 'version':
      return isCounted(BigInt(event.version), term);
    case 'position':
      return isCounted(event.position, term);
    case 'path':
      return event.changes.some(({ path }) => holdsPlace(term.path, path));
    case 'is':
      return isSo(term.what, event);
    case 'text':
      return event.texts.some((text) => hasText(text, term));
    default:
      return meetsPlace(term, event);
  }
}

function nameOf(event: QueriedEvent, field: NameField): string | null {
  if (field === 'correlation') return event.correlationId;
  return field === 'causation' ? event.causationId : event[field];
}

function isOfEntity({ type, id }: EntityTerm, event: QueriedEvent): boolean {
  return matchesPattern(type, event.entityType) && (id === null || matchesPattern(id, event.entityId));
}

/** The end of times is exclusive, … */
const isWithin = (at: bigint, { from, to }: Range) =>
  (from === null || at >= from) && (to === null || at < to);

/** … and that of what is counted is not. */
const isCounted = (count: bigint, { from, to }: Range) =>
  (from === null || count >= from) && (to === null || count <= to);

function isSo(what: Extract<Term, { readonly kind: 'is' }>['what'], event: QueriedEvent): boolean {
  switch (what) {
    case 'removed':
      return event.removed;
    case 'late':
      return event.isLate;
    case 'outOfOrder':
      return event.isOutOfOrder;
    case 'inexact':
      return event.mark !== null;
    default:
      return event.mark === what;
  }
}

function meetsPlace(
  term: Extract<Term, { readonly kind: 'set' | 'was' | 'payload' | 'state' }>,
  event: QueriedEvent,
): boolean {
  switch (term.kind) {
    case 'set':
      return event.changes.some(
        ({ path, after }) => isPlace(term.path, path) && after !== null && leafMeets(after, term),
      );
    case 'was':
      return [...event.was].some(
        ([path, values]) => isPlace(term.path, path) && values.some((value) => leafMeets(value, term)),
      );
    case 'state':
      if (term.op === 'exists') return [...event.state.keys()].some((path) => holdsPlace(term.path, path));
      return [...event.state].some(([path, value]) => isPlace(term.path, path) && leafMeets(value, term));
    default:
      return payloadMeets(event.payload, term.path, term.op === 'exists' ? null : term);
  }
}

function leafMeets(text: string, test: ValueTest): boolean {
  const value = valueOfLeaf(text);
  return value !== null && meetsTest(value, test);
}

/** null: there is to be something, whatever it is. */
function payloadMeets(payload: Json | undefined, path: PathPattern, test: ValueTest | null): boolean {
  if (payload === undefined) return false;
  return valuesAt(payload, path).some((json) => {
    if (test === null) return true;
    const value = valueOfJson(json);
    return value !== null && meetsTest(value, test);
  });
}
