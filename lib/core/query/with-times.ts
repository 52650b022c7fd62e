/**
 * A text with one range of times on an axis, as a brush sets it: in the place of the ranges that stood at the top.
 *
 * Law: timesOf(withTimes(text, axis, times), axis) = times, for every text that reads. Ranges that are excluded, or stand in parentheses or
 * beside an OR, are conditions of their own and stay.
 */
import { appended, isEither } from './appended.ts';
import { type Span, withoutSpan } from './edit-spans.ts';
import type { TimeTerm } from './query.ts';
import { termText } from './term-text.ts';
import type { Times } from './times-of.ts';
import { tokensOf } from './tokens.ts';

/** Without a bound there is no range. Throws where it ends before it begins. */
export function withTimes(text: string, axis: TimeTerm['axis'], { from, to }: Times): string {
  const written = timesText(axis, from, to);
  const [first, ...others] = isEither(text) ? [] : rangesIn(text, axis);
  let edited = text;
  for (const span of others.toReversed()) edited = withoutSpan(edited, span);
  if (first === undefined) return written === null ? edited : appended(edited, written);
  if (written === null) return withoutSpan(edited, first);
  return edited.slice(0, first.start) + written + edited.slice(first.end);
}

function timesText(axis: TimeTerm['axis'], from: bigint | null, to: bigint | null): string | null {
  if (from === null) return to === null ? null : termText({ kind: 'time', axis, from, to });
  if (to !== null && from >= to) throw new RangeError('A range of times ends behind where it begins.');
  return termText({ kind: 'time', axis, from, to });
}

function rangesIn(text: string, axis: TimeTerm['axis']): readonly Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let isNegated = false;
  for (const token of tokensOf(text)) {
    if (token.kind === '(') depth += 1;
    if (token.kind === ')') depth -= 1;
    if (token.kind === 'word' && depth === 0 && !isNegated && token.word.has(`${axis}:`))
      spans.push({ start: token.from, end: token.to });
    isNegated = token.kind === '-' || token.kind === 'NOT';
  }
  return spans;
}
