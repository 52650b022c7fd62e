/** What is worth knowing about an event before trusting it, each with the words that explain it. */
import type { ListedEvent } from '#client/replay/question';
import { type UpcasterStep, wasUpcast } from '#client/upcasters';
import { MARK_WORDS } from '#client/wording/mark-words';
import { EVENT_FLAGS, type EventMark } from '#core';

export interface ShownMark {
  readonly text: string;
  readonly explanation: string;
  readonly tone: 'warn' | 'quiet';
}

/** `steps`: what upcasters read. */
export function marksOf(event: ListedEvent, steps: readonly UpcasterStep[]): readonly ShownMark[] {
  const marks: ShownMark[] = [];
  if (event.removed)
    marks.push({ text: 'removed', explanation: 'The entity is gone after this event.', tone: 'quiet' });
  if (event.late) marks.push(LATE);
  if ((event.flags & EVENT_FLAGS.recordedWentBack) !== 0) marks.push(WENT_BACK);
  if ((event.flags & (EVENT_FLAGS.occurredLeap | EVENT_FLAGS.recordedLeap)) !== 0) marks.push(LEAP);
  if (wasUpcast(event, steps)) marks.push(upcastMark(event.schemaVersion));
  if (event.mark !== null) marks.push(foldMark(event.mark));
  else if ((event.flags & EVENT_FLAGS.notADocument) !== 0)
    marks.push(foldMark(event.removed ? REMOVED_WITHOUT_DOCUMENT : NOT_A_DOCUMENT));
  return marks;
}

const LATE: ShownMark = {
  text: 'late',
  explanation:
    'Recorded late: it happened before an event that was in the log already. The occurred axis shows it where it happened; the recorded axis what was known without it.',
  tone: 'warn',
};

const WENT_BACK: ShownMark = {
  text: 'clock back',
  explanation:
    'Out of order: the recording clock went back, so an earlier event of this entity carries a later recorded time. Trust the order of versions, not this time.',
  tone: 'warn',
};

const LEAP: ShownMark = {
  text: 'leap second',
  explanation: 'The source wrote second 60; it is kept as 59.999999.',
  tone: 'quiet',
};

const upcastMark = (schemaVersion: number): ShownMark => ({
  text: 'upcast',
  explanation: `Written in schema version ${schemaVersion}, and brought up to date by an upcaster before the fold. Its payload is shown in both forms.`,
  tone: 'quiet',
});

const NOT_A_DOCUMENT: EventMark = {
  kind: 'notADocument',
  message: 'The payload is kept as text; it holds no document, so the state stayed as it was.',
};

const REMOVED_WITHOUT_DOCUMENT: EventMark = {
  kind: 'notADocument',
  message: 'The source sent no document with this removal; the entity is absent after it.',
};

function foldMark({ kind, message }: EventMark): ShownMark {
  const whatToDo = WHAT_TO_DO[kind];
  return {
    text: MARK_WORDS[kind],
    explanation: whatToDo === undefined ? message : `${message.replace(/\.?$/, '.')} ${whatToDo}`,
    tone: kind === 'failedAction' ? 'quiet' : 'warn',
  };
}

const WHAT_TO_DO: Partial<Record<EventMark['kind'], string>> = {
  foldError:
    'The state stayed as it was. See what the reducer, or an upcaster, does with this payload, mend it and restart.',
  notHandled: 'The state stayed as it was. Where this type should change it, handle it in the reducer.',
};
