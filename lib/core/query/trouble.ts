/**
 * Why a text is no query: while it is read, as the place and how to mend it; to whoever asked, with the whole text mended.
 *
 * Messages are sentences that say what to write instead. They quote the text as it was written, which may hold any character.
 */
import type { Problem, Result } from '../result.ts';

export interface QueryProblem extends Problem {
  /**
   * CS-150 (it cannot be read), CS-151 (it is longer, wider or deeper than the bounds) or CS-152 (a part of it cannot be asked there); CS-153 and
   * CS-154 say the first two of a sequence.
   */
  readonly code: 'CS-150' | 'CS-151' | 'CS-152' | 'CS-153' | 'CS-154';
  /** UTF-16 units of the text, from `at` up to before `end`. */
  readonly at: number;
  readonly end: number;
  /** The whole text with this put right, where it is evident how; it reads, or reads farther than the text did. */
  readonly suggestion: string | null;
}

export interface Trouble {
  readonly code: QueryProblem['code'];
  readonly at: Place;
  readonly message: string;
  readonly mend: Mend | null;
}

export interface Place {
  readonly from: number;
  readonly to: number;
}

/** What to write in a place; between two units where its ends are one. */
export interface Mend extends Place {
  readonly text: string;
}

export type Read<T> = Result<T, Trouble>;

export type Refusal = Extract<Read<never>, { readonly ok: false }>;

export function trouble(at: Place, message: string, mend: Mend | null = null): Refusal {
  return { ok: false, error: { code: 'CS-150', at: { from: at.from, to: at.to }, message, mend } };
}

export function tooMuch(at: Place, message: string): Refusal {
  return { ok: false, error: { code: 'CS-151', at, message, mend: null } };
}

export function mended(text: string, mend: Mend): string {
  return text.slice(0, mend.from) + mend.text + text.slice(mend.to);
}

export function inQuotes(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** For a sentence: what is long is cut, and says so. */
export function cited(text: string): string {
  return `"${text.length > MOST_CITED ? `${text.slice(0, MOST_CITED)}…` : text}"`;
}

const MOST_CITED = 60;
