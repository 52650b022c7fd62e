/** What a page has to be answered before it can be drawn for the first time; the server asks it for the browser. */
import { type History, lateInSegment } from '#core';
import { isDiffLook, isFiltering, type ReadOutline, type View } from '#wire';
import { type SegmentColumns, segmentColumns, typesOf } from '../timeline-columns.ts';
import { Answerer } from './answer.ts';
import { pageOf } from './event-book.ts';
import type { Answered, AnswerTo, Question } from './question.ts';

/** Rows of the event list on either side of the selected one that may be in sight. */
const ROWS_AROUND = 32;
/** Fields of a state that is compared for the first picture. */
const MOST_COMPARED = 2_000;
/** Up to so many events, the timeline comes along exactly. */
const SHORT = 4_096;

export interface FirstAnswers {
  readonly answered: readonly Answered[];
  readonly columns: SegmentColumns | null;
  /** Version of the event that is selected; 0 before the first. */
  readonly version: number;
}

export function firstAnswers(
  history: History,
  outline: ReadOutline,
  view: Pick<View, 'at' | 'a' | 'b' | 'bFollows' | 'pane' | 'filter'>,
  logHead: bigint,
): FirstAnswers {
  const answerer = new Answerer(history, outline.segments);
  const answered: Answered[] = [];
  const ask = <Q extends Question>(question: Q): AnswerTo<Q> => {
    const answer = answerer.answer(question);
    answered.push({ question, answer });
    return answer;
  };
  const ordinalAt = (text: string | null) => ask({ what: 'moment', text, logHead }).ordinal;
  const ordinal = ordinalAt(view.at);
  const scene = ask({ what: 'scene', ordinal });
  const pins = [view.a, view.b].flatMap((text) => (text === null ? [] : [ordinalAt(text)]));
  if (view.bFollows && view.a !== null) pins.push(ordinal);
  // A large state comes once with the page; who compares it with another has it compared in the worker.
  const isSmall = scene.leaves.length <= MOST_COMPARED;
  const diff =
    pins.length === 2 && isDiffLook(view.pane) && isSmall
      ? ask({ what: 'compare', from: pins[0] ?? 0, to: pins[1] ?? 0 }).entries
      : [];
  const { filter } = view;
  // A text is looked for by the server's own search, and long histories segment by segment in the worker.
  if (isFiltering(filter) && filter.text === null && history.length <= SHORT)
    ask({ what: 'matching', filter });
  const shown = [
    ordinal - ROWS_AROUND,
    ordinal,
    ordinal + ROWS_AROUND,
    ...pins,
    ...diff.slice(0, ROWS_AROUND).flatMap(({ setBefore, setAfter }) => [setBefore ?? 1, setAfter ?? 1]),
  ];
  for (const page of pagesOf(shown, history.length)) ask({ what: 'events', page });
  return { answered, columns: columnsOf(history, outline), version: scene.event?.version ?? 0 };
}

function pagesOf(ordinals: readonly number[], length: number): ReadonlySet<number> {
  const inside = ordinals.map((ordinal) => Math.min(length, Math.max(1, ordinal)));
  return new Set(length === 0 ? [] : inside.map(pageOf));
}

function columnsOf(history: History, outline: ReadOutline): SegmentColumns | null {
  const { length, axis } = history;
  if (length === 0 || length > SHORT) return null;
  const source = { first: 1, last: length, header: (ordinal: number) => history.event(ordinal) };
  const isLate = new Uint8Array(length);
  for (const [index, { first }] of outline.segments.entries())
    isLate.set(lateInSegment(history, outline.segments, index), first - 1);
  return segmentColumns(source, axis, typesOf(outline), isLate);
}
