/**
 * A sequence of steps that is looked for in the events of an entity, an actor or a conversation: `A -> no B within 2d -> C within 7d -> D`.
 *
 * What it means. The events of one entity (actor, conversation) stand in the order of a clock; of one instant the lower position is first.
 * Every event that matches the first step is a *start*, and each is looked at for itself, so that matches may overlap. From a start, every
 * step takes events behind those of the step before it:
 *
 * - `A` takes an event that matches. `3x A` takes three of them; other events may lie between.
 * - `within W`: the step is complete at most W after the event with which the step before was; the first step counts from its own first event.
 * - `no B`: between the event before it and the first of the next step there is no B; at the end of the sequence, there is none any more.
 * - `no B within W`: there is no B behind the event before it for as long as W, whenever the next step comes.
 *
 * Of all ways to take events from one start, the *match* is the first in lexicographic order: the earliest event for the second step that lets
 * the rest follow, then for the third, and so on. The earliest alone would be wrong: in `A -> B within 7d -> C within 1d` a later B may be the
 * one that has its C. How far a start *reached* is the longest beginning of the sequence that can be fulfilled from it. A condition
 * of time at the end of the log is taken as the log knows it: what has not happened has not happened yet.
 *
 * Law: what cannot be written cannot be built here either, so parse(sequenceText(s)) = s.
 */
import type { Clause, Query } from '../query/query.ts';

export interface Sequence {
  /** At least one; the first is no absence. */
  readonly steps: readonly SequenceStep[];
  /** Whose events are one after the other. An event without an actor or a correlation is in no sequence by it. */
  readonly by: SequenceBy;
  /** The clock that orders and measures. */
  readonly on: 'recorded' | 'occurred';
  /** What every event that is looked at has to meet besides; `all`: nothing. */
  readonly where: Query;
}

export type SequenceBy = 'entity' | 'actor' | 'correlation';

export type SequenceStep =
  | {
      readonly kind: 'event';
      readonly what: Clause;
      /** From 1. */
      readonly times: number;
      /** Microseconds; null: however long. The first step has one only where it is taken several times. */
      readonly within: bigint | null;
    }
  | { readonly kind: 'absence'; readonly what: Clause; readonly within: bigint | null };
