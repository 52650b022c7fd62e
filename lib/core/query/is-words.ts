/** What an event can be, and how it is written behind `is:`. */
import type { IsTerm, MarkTerm, Term } from './query.ts';

const WORDS = {
  removed: 'removed',
  late: 'late',
  outOfOrder: 'out-of-order',
  inexact: 'inexact',
  foldError: 'fold-error',
  notHandled: 'not-handled',
  notADocument: 'not-a-document',
  literalLost: 'number-rounded',
  keyLost: 'goes-by-index',
  failedAction: 'failed',
} as const satisfies Record<IsTerm['what'], string>;

export type IsWord = (typeof WORDS)[IsTerm['what']];

export const IS_WORDS: readonly IsWord[] = Object.values(WORDS);

const MEANINGS: ReadonlyMap<string, IsTerm['what']> = new Map(
  Object.entries(WORDS).map(([what, word]) => [word, what as IsTerm['what']]),
);

export function isWordOf(what: IsTerm['what']): IsWord {
  return WORDS[what];
}

export function whatIs(written: string): IsTerm['what'] | null {
  return MEANINGS.get(written) ?? null;
}

const OF_EVENTS: ReadonlySet<IsTerm['what']> = new Set(['removed', 'late', 'outOfOrder']);

/** Whether it asks how an event was folded, which is known when it is known what it changed. */
export function isOfMark(term: Term): term is MarkTerm {
  return term.kind === 'is' && !OF_EVENTS.has(term.what);
}
