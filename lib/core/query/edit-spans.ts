/**
 * Terms of a text taken out or turned round where they stand, with everything else left as it was written.
 *
 * Laws: negated twice, a term means what it meant; without the span of a term, a text that reads still reads, and means what it meant without that
 * term. Both take any text and any span, also one that does not read.
 */
import { type Token, tokensOf } from './tokens.ts';

export interface Span {
  /** UTF-16 units of the text, from `start` up to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** Parentheses that are left with nothing in them go too, as do signs that are left with nothing behind them. */
export function withoutSpan(text: string, { start, end }: Span): string {
  const kept: Token[] = [];
  for (const token of tokensOf(text)) {
    if (token.from >= start && token.to <= end) dropNegation(kept);
    else keep(kept, token);
  }
  dropOperators(kept);
  return textOf(text, kept);
}

/** The span is that of a written term, its sign included. */
export function negateSpan(text: string, { start, end }: Span): string {
  const term = text.slice(start, end);
  const bare = term.replace(/^(?:-|NOT(?=[\s(])\s*)/, '');
  return text.slice(0, start) + (bare === term ? `-${term}` : bare) + text.slice(end);
}

function keep(kept: Token[], token: Token): void {
  if (token.kind === ')') {
    dropOperators(kept);
    if (kept.at(-1)?.kind === '(') {
      kept.pop();
      dropNegation(kept);
      return;
    }
  } else if (token.kind === 'AND' || token.kind === 'OR') {
    const before = kept.at(-1);
    if (before === undefined || before.kind === '(') return;
    if (before.kind === 'AND' || before.kind === 'OR') {
      // Of two that meet, the weaker one keeps what stood on both sides apart.
      if (token.kind === 'OR') kept[kept.length - 1] = token;
      return;
    }
  }
  kept.push(token);
}

function dropNegation(kept: Token[]): void {
  for (let last = kept.at(-1); last?.kind === '-' || last?.kind === 'NOT'; last = kept.at(-1)) kept.pop();
}

function dropOperators(kept: Token[]): void {
  for (let last = kept.at(-1); isSign(last); last = kept.at(-1)) kept.pop();
}

const isSign = (token: Token | undefined) =>
  token !== undefined && token.kind !== 'word' && token.kind !== '(' && token.kind !== ')';

/** What stood between two that are neighbours still, else one blank where they need it. */
function textOf(text: string, kept: readonly Token[]): string {
  return kept
    .map((token, at) => {
      const before = kept[at - 1];
      const word = text.slice(token.from, token.to);
      const between = text.slice(before?.to ?? 0, token.from);
      if (between.trim() === '') return between + word;
      if (before === undefined) return word;
      return before.kind === '(' || before.kind === '-' || token.kind === ')' ? word : ` ${word}`;
    })
    .join('');
}
