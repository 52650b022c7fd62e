/**
 * What was asked of the events, as a tree: the one meaning behind the text of a search bar, an address, the API and the command line.
 *
 * Law: the text of any tree reads back as that tree (`queryText`, `parseQuery`). What cannot be written cannot be built here either: a range
 * has at least one end, `and` and `or` have two members or more, and a pattern is compared by being equal or not.
 *
 * What it deliberately does not do: say how a store finds the events. `matchesQuery` is the meaning of it on one event in memory.
 */
import type { MarkKind } from '../history/mark-kinds.ts';

export type Query =
  /** The empty text. */
  { readonly kind: 'all' } | Clause;

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Clause[] }
  | { readonly kind: 'not'; readonly of: Clause }
  | Term;

export type Term =
  | NameTerm
  | EntityTerm
  | TimeTerm
  | CountTerm
  | PathTerm
  | ValueTerm
  | PlaceTerm
  | IsTerm
  | TextTerm;

/** An event without an actor, a correlation or a causation meets no pattern of it, not even `*`. */
export interface NameTerm {
  readonly kind: 'name';
  readonly field: NameField;
  readonly pattern: Pattern;
}

export type NameField = 'entityType' | 'entityId' | 'type' | 'actor' | 'source' | 'correlation' | 'causation';

/** `entity:order/4711`; `id` is null where the type alone was written. */
export interface EntityTerm {
  readonly kind: 'entity';
  readonly type: Pattern;
  readonly id: Pattern | null;
}

/** Microseconds since 1970 UTC, `from` inclusive and `to` exclusive; `from` is before `to`. */
export type TimeTerm = { readonly kind: 'time'; readonly axis: 'occurred' | 'recorded' } & Range;

/** Both ends inclusive; `from` is at most `to`. */
export type CountTerm = { readonly kind: 'version' | 'position' } & Range;

/** At least one of its ends is there. */
export type Range =
  | { readonly from: bigint; readonly to: bigint | null }
  | { readonly from: null; readonly to: bigint };

/** The event changed this field, or something in it. */
export interface PathTerm {
  readonly kind: 'path';
  readonly path: PathPattern;
}

/** `set`: the event gave the field such a value. `was`: the field of its entity has, or has had, such a value. */
export type ValueTerm = { readonly kind: 'set' | 'was'; readonly path: PathPattern } & ValueTest;

/** In the payload as it was stored, or in the state at the moment that is asked about; only a list of entities has such a moment. */
export type PlaceTerm = { readonly kind: 'payload' | 'state'; readonly path: PathPattern } & (
  | ValueTest
  /** There is something at the place, be it null. */
  | { readonly op: 'exists'; readonly value: null }
);

export type IsTerm = { readonly kind: 'is'; readonly what: 'removed' | 'late' | 'outOfOrder' } | MarkTerm;

/** The fold marked the event: in this way, or in whatever one (`inexact`). */
export interface MarkTerm {
  readonly kind: 'is';
  readonly what: 'inexact' | MarkKind;
}

/**
 * A word or a phrase, which are found alike: where the text stands, its ASCII letters in either case, between two borders of words. With
 * `isPrefix` (`ship*`) the border behind it is not asked for.
 */
export interface TextTerm {
  readonly kind: 'text';
  /** Not empty. */
  readonly text: string;
  readonly isPrefix: boolean;
}

/** Between two pieces stands any run of characters, also none; one piece alone is the exact text. Only the outer pieces may be empty. */
export interface Pattern {
  readonly pieces: readonly string[];
}

/**
 * The steps of a pointer as they are written between its slashes (`a~1b`, and `~=A-100` for an element by its key); null is any one step.
 * No step is the whole document.
 */
export interface PathPattern {
  readonly steps: readonly (string | null)[];
}

/** Objects and arrays meet none of these, nor does a field that is absent. With `*` in the path one place that meets it is enough. */
export type ValueTest =
  | { readonly op: '='; readonly value: ExactValue | PatternValue }
  | { readonly op: '!='; readonly value: ExactValue | PatternValue }
  | { readonly op: Order; readonly value: ExactValue };

/** Met by strings only. */
export interface PatternValue {
  readonly kind: 'pattern';
  readonly pattern: Pattern;
}

export type Order = '>' | '>=' | '<' | '<=';

/**
 * `number` and `word` are what JSON can mean besides a string, as it was written: they equal that number, boolean or null, and also the
 * string that is spelled so. In order a number stands with numbers only, everything else with strings, by code point.
 */
export type ExactValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly text: 'true' | 'false' | 'null' };
