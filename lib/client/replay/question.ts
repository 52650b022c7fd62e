/** What a page asks of a history, and what it is answered: the same on the server, in the worker and in tests. */
import type { Change, EventHeader, Leaf } from '#core';
import type { EventFilter } from '#wire';
import type { ActorsBetween } from '../actors-between.ts';
import type { BetweenMoments } from '../between-moments.ts';
import type { FieldTrack, FieldValue } from '../field-track.ts';
import type { ResolvedMoment } from '../resolve-moment.ts';
import type { Comparison } from './compare-moments.ts';

export type Question =
  | { readonly what: 'scene'; readonly ordinal: number }
  /** The events from (page − 1) × {@link EVENTS_A_PAGE} + 1 on. */
  | { readonly what: 'events'; readonly page: number }
  /** Both states in whole, for what shows a difference in its surroundings. */
  | { readonly what: 'compare'; readonly from: number; readonly to: number }
  | { readonly what: 'actors'; readonly from: number; readonly to: number }
  | { readonly what: 'between'; readonly from: number; readonly to: number }
  | { readonly what: 'neighbours'; readonly path: string; readonly ordinal: number }
  /** Which events a filter lets through. */
  | { readonly what: 'matching'; readonly filter: EventFilter }
  | { readonly what: 'labels' }
  /** All changes of a field. */
  | { readonly what: 'field'; readonly path: string }
  /** The texts of those from one ordinal to another. */
  | { readonly what: 'fieldValues'; readonly path: string; readonly from: number; readonly to: number }
  | { readonly what: 'moment'; readonly text: string | null; readonly logHead: bigint };

export const EVENTS_A_PAGE = 64;

export interface Answers {
  readonly scene: Scene;
  readonly events: readonly ListedEvent[];
  readonly compare: Comparison;
  readonly actors: ActorsBetween;
  readonly between: BetweenMoments;
  readonly neighbours: Neighbours;
  /** Ordinals, ascending. */
  readonly matching: Uint32Array;
  readonly labels: EventLabels;
  readonly field: FieldTrack;
  readonly fieldValues: readonly FieldValue[];
  readonly moment: ResolvedMoment;
}

export type AnswerTo<Q extends Question> = Answers[Q['what']];

/** Everything the panes show at one moment, so that they never disagree. */
export interface Scene {
  readonly ordinal: number;
  /** null before the first. */
  readonly event: ListedEvent | null;
  readonly leaves: readonly Leaf[];
  /** What the event changed. */
  readonly changes: readonly Change[];
  /** The event before, or null. */
  readonly previous: ListedEvent | null;
  /** Whether the entity existed just before the event. */
  readonly existed: boolean;
}

export interface ListedEvent extends EventHeader {
  /** As many fields as a sentence tells of; of an event that changed very many leaves, their number. */
  readonly changes: number;
  /** It happened before an event that was in the log already. */
  readonly late: boolean;
}

/** Ordinals of the nearest events that changed a path or one below it, before and after the one asked about. */
export interface Neighbours {
  readonly earlier: number | null;
  readonly later: number | null;
}

/** More paths are counted, not listed. */
export const MOST_PATHS = 2_000;

/** What a filter can be made of. */
export interface EventLabels {
  /** The most frequent first; the empty name stands for events without an actor. */
  readonly actors: readonly { readonly name: string; readonly events: number }[];
  /** Fields that changed, and everything above them, ascending; at most {@link MOST_PATHS}. */
  readonly paths: readonly string[];
  readonly allPaths: number;
}

/** How far a question is that goes through a whole history: parts of it done, of so many. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** The same question has the same key. */
export function questionKey(question: Question): string {
  return JSON.stringify(question, (_, part: unknown) => (typeof part === 'bigint' ? `@${part}` : part));
}

/** An answer together with what it answers. */
export interface Answered<Q extends Question = Question> {
  readonly question: Q;
  readonly answer: AnswerTo<Q>;
}
