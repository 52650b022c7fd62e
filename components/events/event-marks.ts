/** What is worth knowing about an event before trusting it, each with the words that explain it. */
import type { ListedEvent } from '#client/replay/question';
import { EVENT_FLAGS, type EventMark } from '#core';

export interface ShownMark {
  readonly text: string;
  readonly explanation: string;
  readonly tone: 'warn' | 'quiet';
}

export function marksOf(event: ListedEvent): readonly ShownMark[] {
  const marks: ShownMark[] = [];
  if (event.removed)
    marks.push({ text: 'removed', explanation: 'The entity is gone after this event.', tone: 'quiet' });
  if (event.late) marks.push(LATE);
  if ((event.flags & EVENT_FLAGS.recordedWentBack) !== 0) marks.push(WENT_BACK);
  if ((event.flags & (EVENT_FLAGS.occurredLeap | EVENT_FLAGS.recordedLeap)) !== 0) marks.push(LEAP);
  if (event.mark !== null) marks.push(foldMark(event.mark));
  else if ((event.flags & EVENT_FLAGS.notADocument) !== 0)
    marks.push(foldMark(event.removed ? REMOVED_WITHOUT_DOCUMENT : NOT_A_DOCUMENT));
  return marks;
}

const LATE: ShownMark = {
  text: 'late',
  explanation:
    'It happened before an event that was already in the log. On the occurred axis it stands where it happened.',
  tone: 'warn',
};

const WENT_BACK: ShownMark = {
  text: 'clock back',
  explanation:
    'The recording clock went back: an earlier event of this entity carries a later recorded time.',
  tone: 'warn',
};

const LEAP: ShownMark = {
  text: 'leap second',
  explanation: 'The source wrote second 60; it is kept as 59.999999.',
  tone: 'quiet',
};

const NOT_A_DOCUMENT: EventMark = {
  kind: 'notADocument',
  message: 'The payload is kept as text; it holds no document, so the state stayed as it was.',
};

const REMOVED_WITHOUT_DOCUMENT: EventMark = {
  kind: 'notADocument',
  message: 'The source sent no document with this removal; the entity is absent after it.',
};

function foldMark({ kind, message }: EventMark): ShownMark {
  return { text: FOLD_WORDS[kind], explanation: message, tone: kind === 'failedAction' ? 'quiet' : 'warn' };
}

const FOLD_WORDS: Record<EventMark['kind'], string> = {
  foldError: 'fold error',
  notHandled: 'not handled',
  notADocument: 'not a document',
  literalLost: 'number rounded',
  keyLost: 'goes by index',
  failedAction: 'failed',
};
