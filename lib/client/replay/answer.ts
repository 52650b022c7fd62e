/** Answers questions from a history; where a segment is missing, it throws core's SegmentMissing as the history does. */
import { type EventHeader, type History, lateInSegment, type SketchedSegment } from '#core';
import { actorsBetween } from '../actors-between.ts';
import { betweenMoments } from '../between-moments.ts';
import { fieldTrack, fieldValues } from '../field-track.ts';
import { resolveMoment } from '../resolve-moment.ts';
import { visibleChanges } from '../visible-changes.ts';
import { compareMoments } from './compare-moments.ts';
import { labelsOf } from './labels.ts';
import { matchingOf } from './matching-events.ts';
import { type AnswerTo, EVENTS_A_PAGE, type ListedEvent, type Question, type Scene } from './question.ts';

/** Of an event that changed more, how many of its leaves a reader would see as fields is not worth looking at each of them. */
const MOST_COUNTED = 100;

export class Answerer {
  private readonly late = new Map<number, Uint8Array>();

  constructor(
    private readonly history: History,
    private readonly segments: readonly SketchedSegment[],
  ) {}

  answer<Q extends Question>(question: Q): AnswerTo<Q>;
  answer(question: Question): AnswerTo<Question> {
    const { history } = this;
    switch (question.what) {
      case 'scene':
        return this.scene(question.ordinal);
      case 'events':
        return this.page(question.page);
      case 'compare':
        return compareMoments(history, question.from, question.to);
      case 'actors':
        return actorsBetween(history, question.from, question.to);
      case 'between':
        return betweenMoments(history, question.from, question.to);
      case 'neighbours':
        return {
          earlier: history.nextTouch(question.path, question.ordinal, -1),
          later: history.nextTouch(question.path, question.ordinal, 1),
        };
      case 'matching':
        // Payloads are in no segment: who asks for a text asks the engine, which asks the server.
        return matchingOf(history, question.filter, null);
      case 'labels':
        return labelsOf(history);
      case 'field':
        return fieldTrack(history, question.path, 1, history.length);
      case 'fieldValues':
        return fieldValues(history, question.path, question.from, question.to);
      case 'moment':
        return resolveMoment(history, question.text, question.logHead);
    }
  }

  private scene(ordinal: number): Scene {
    const { history } = this;
    const leaves = history.stateAt(ordinal);
    return {
      ordinal,
      leaves,
      event: ordinal === 0 ? null : this.event(ordinal),
      changes: ordinal === 0 ? [] : history.changesOf(ordinal),
      previous: ordinal < 2 ? null : this.event(ordinal - 1),
      existed: ordinal > 1 && history.stateAt(ordinal - 1).length > 0,
    };
  }

  private page(page: number): readonly ListedEvent[] {
    const first = (page - 1) * EVENTS_A_PAGE + 1;
    const length = Math.max(0, Math.min(EVENTS_A_PAGE, this.history.length - first + 1));
    return Array.from({ length }, (_, index) => this.event(first + index));
  }

  private event(ordinal: number): ListedEvent {
    const index = this.segments.findIndex(({ last }) => ordinal <= last);
    const late = this.late.get(index) ?? lateInSegment(this.history, this.segments, index);
    this.late.set(index, late);
    const header = this.history.event(ordinal);
    return {
      ...header,
      changes: this.fieldsOf(header),
      late: late[ordinal - (this.segments[index]?.first ?? 0)] === 1,
    };
  }

  private fieldsOf({ ordinal, changes }: EventHeader): number {
    const isSeen = changes < 2 || changes > MOST_COUNTED;
    return isSeen ? changes : visibleChanges(this.history.changesOf(ordinal)).length;
  }
}
