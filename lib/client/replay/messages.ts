/** What crosses between a page and its worker. */
import type { SegmentColumns } from '../timeline-columns.ts';
import type { Answers, Progress, Question } from './question.ts';

export type ToWorker =
  | {
      readonly what: 'open';
      /** Of this opening alone: the same history opened twice is closed twice. */
      readonly history: number;
      /** As the server wrote it (outlineJson). */
      readonly outline: string;
      /** Path and query that answer it anew. */
      readonly outlinePath: string;
    }
  | { readonly what: 'close'; readonly history: number }
  | { readonly what: 'ask'; readonly history: number; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly what: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly what: 'progress'; readonly id: number; readonly progress: Progress }
  /** `problem` null: the playhead has moved on, and nobody waits for the answer any more. */
  | { readonly what: 'refused'; readonly id: number; readonly problem: string | null }
  | { readonly what: 'columns'; readonly history: number; readonly columns: SegmentColumns };
