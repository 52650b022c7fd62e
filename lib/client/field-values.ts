/** The texts of a field's changes, a page at a time as they come into sight; places count from 1. */
import type { FieldTrack, FieldValue } from './field-track.ts';
import { EventBook } from './replay/event-book.ts';
import { EVENTS_A_PAGE } from './replay/question.ts';
import type { Replay } from './replay/replay.ts';

export class FieldValues {
  readonly events: EventBook<FieldValue>;

  constructor(replay: Replay, path: string, { ordinals }: FieldTrack) {
    this.events = new EventBook<FieldValue>(ordinals.length, (page) => {
      const first = (page - 1) * EVENTS_A_PAGE;
      const last = Math.min(ordinals.length, first + EVENTS_A_PAGE) - 1;
      return replay.ask({
        what: 'fieldValues',
        path,
        from: ordinals[first] ?? 1,
        to: ordinals[last] ?? 1,
      });
    });
  }

  readonly peek = (place: number): FieldValue | null => this.events.peek(place);
}
