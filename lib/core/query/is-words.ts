/** What an event can be, and how it is written behind `is:`. */
import type { IsTerm } from './query.ts';

export const IS_WORDS = ['removed', 'late', 'out-of-order'] as const;

export type IsWord = (typeof IS_WORDS)[number];

export function isWordOf(what: IsTerm['what']): IsWord {
  return what === 'outOfOrder' ? 'out-of-order' : what;
}

export function whatIs(written: string): IsTerm['what'] | null {
  const word = IS_WORDS.find((known) => known === written);
  if (word === undefined) return null;
  return word === 'out-of-order' ? 'outOfOrder' : word;
}
