/** What is worth knowing about a found event before trusting it, each with the words that explain it. */
import type { IsTerm } from '#core';
import type { FoundEventAnswer } from '#wire';

export interface ResultMark {
  readonly what: IsTerm['what'];
  readonly text: string;
  readonly explanation: string;
  readonly tone: 'warn' | 'quiet';
}

export function resultMarks(
  event: Pick<FoundEventAnswer, 'removed' | 'late' | 'outOfOrder'>,
): readonly ResultMark[] {
  return [
    ...(event.removed ? [REMOVED] : []),
    ...(event.late ? [LATE] : []),
    ...(event.outOfOrder ? [OUT_OF_ORDER] : []),
  ];
}

const REMOVED: ResultMark = {
  what: 'removed',
  text: 'removed',
  explanation: 'The entity is gone after this event.',
  tone: 'quiet',
};

const LATE: ResultMark = {
  what: 'late',
  text: 'late',
  explanation: 'Recorded late: it happened before an event of its entity that was in the log already.',
  tone: 'warn',
};

const OUT_OF_ORDER: ResultMark = {
  what: 'outOfOrder',
  text: 'out of order',
  explanation:
    'Out of order: it was recorded before an event of its entity that has a lower version. Trust the order of versions, not this time.',
  tone: 'warn',
};
