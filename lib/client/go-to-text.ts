/**
 * What was typed into "Go to", as a moment is written: `1,206`, `1 206` and `#1206` are the version 1206, `@5,140` is the position
 * 5140, `now` is the newest event, and times are what they are in every other box (typed-time.ts). Digits alone are a version, never a year.
 * The separators of numbers are dropped only between groups of three digits with nothing else around, so an instant is never touched by that.
 */
import { readTypedTime, type TypedAt } from './typed-time.ts';

export interface TypedMoment {
  /** What the page is asked for. */
  readonly text: string;
  /** Why it can be no moment here; null: it may be one. */
  readonly problem: string | null;
  /** What to know of the moment that was taken; null: nothing. */
  readonly note: string | null;
}

export function readGoTo(typed: string, at: TypedAt): TypedMoment {
  const text = plainText(typed.trim());
  const isWritten = /^(?:[#@]|\d+$)/.test(text) || text === 'latest';
  const time = isWritten ? null : readTypedTime(text, at);
  return { text, problem: null, note: null, ...time };
}

/** The moment alone, for whoever only offers to go there. */
export const goToText = (typed: string, at: TypedAt): string => readGoTo(typed, at).text;

function plainText(text: string): string {
  if (GROUPED.test(text)) return text.replace(/[^\d@]/g, '');
  return /^now$/i.test(text) ? 'latest' : text.replace(/^#/, '');
}

const GROUPED = /^[#@]?\d{1,3}(?:[,'’_ \u00a0\u2009\u202f]\d{3})+$/;
