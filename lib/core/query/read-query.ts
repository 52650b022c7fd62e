/**
 * Words, signs and parentheses put together: beside each other they mean all of them, OR binds weaker, a minus or NOT belongs to what stands
 * right behind it. One pass, with a level for each parenthesis that is open, so no text is too deep for it.
 */
import { LIMITS } from '../limits.ts';
import { ok } from '../result.ts';
import { Level } from './level.ts';
import type { Clause, Query } from './query.ts';
import type { QueryClock } from './query-clock.ts';
import { readTerm } from './read-term.ts';
import { type SignToken, type Token, tokensOf, type WordToken } from './tokens.ts';
import { type Read, type Refusal, tooMuch, trouble } from './trouble.ts';

export interface ParsedQuery {
  readonly query: Query;
  /** In the order of the text. */
  readonly terms: readonly WrittenTerm[];
}

/** One word of the text: a qualifier with its values, or text to look for. */
export interface WrittenTerm {
  /** Without its negation: a term, or an `or` of terms where it has several values. */
  readonly clause: Clause;
  /** UTF-16 units of the text, from `start` up to before `end`, the sign of its negation included. */
  readonly start: number;
  readonly end: number;
  /** By a sign of its own; parentheses around it may be negated besides. */
  readonly isNegated: boolean;
  /** In no parentheses and beside no OR: every event that is found meets it. */
  readonly isTopLevel: boolean;
}

export function readQuery(text: string, clock: QueryClock): Read<ParsedQuery> {
  const most = LIMITS.queryUnits;
  if (text.length > most) {
    const message = `A query has at most ${most} characters, and this one has ${text.length}. Leave something out.`;
    return tooMuch({ from: most, to: text.length }, message);
  }
  const reader = new Reader(text.length, clock);
  const tokens = tokensOf(text);
  for (const [at, token] of tokens.entries()) {
    const refusal = reader.take(token);
    if (refusal !== null) return closedGap(refusal, token, tokens[at + 1]);
  }
  return reader.end();
}

class Reader {
  private readonly root = new Level(null);
  private readonly open: Level[] = [];
  private readonly terms: WrittenTerm[] = [];
  private count = 0;
  private last: Token | null = null;

  constructor(
    private readonly length: number,
    private readonly clock: QueryClock,
  ) {}

  private get level(): Level {
    return this.open.at(-1) ?? this.root;
  }

  /** null where the token may stand here. */
  take(token: Token): Refusal | null {
    const refusal = looseMinus(this.last, token) ?? this.taken(token);
    this.last = token;
    return refusal;
  }

  end(): Read<ParsedQuery> {
    const refusal = hangingSign(this.level) ?? this.unclosed();
    if (refusal !== null) return refusal;
    const query: Query = this.root.isEmpty ? { kind: 'all' } : this.root.close();
    if (!this.root.hasOr) return ok({ query, terms: this.terms });
    return ok({ query, terms: this.terms.map((term) => ({ ...term, isTopLevel: false })) });
  }

  private taken(token: Token): Refusal | null {
    switch (token.kind) {
      case 'word':
        return this.takeWord(token);
      case '(':
        return this.takeOpening(token);
      case ')':
        return this.takeClosing(token);
      case 'AND':
      case 'OR':
        return this.takeOperator(token);
      default:
        return this.takeNegation(token);
    }
  }

  private takeWord({ word, from, to, openQuote }: WordToken): Refusal | null {
    if (openQuote !== null) {
      const mend = { from: this.length, to: this.length, text: '"' };
      return trouble(
        { from: openQuote, to },
        'This quote is never closed. Write another one where the words end.',
        mend,
      );
    }
    const clause = readTerm(word, this.clock);
    if (!clause.ok) return clause;
    this.count += clause.value.kind === 'or' ? clause.value.of.length : 1;
    if (this.count > LIMITS.queryTerms)
      return tooMuch({ from, to }, `A query has at most ${LIMITS.queryTerms} terms. Leave some out.`);
    const { negation } = this.level;
    this.terms.push({
      clause: clause.value,
      start: negation?.from ?? from,
      end: to,
      isNegated: negation !== null,
      isTopLevel: this.open.length === 0,
    });
    this.level.add(clause.value);
    return null;
  }

  private takeNegation(token: SignToken): Refusal | null {
    const { negation } = this.level;
    if (negation !== null) {
      const at = { from: negation.from, to: token.to };
      return trouble(at, 'One minus or NOT is enough. Write words that begin with a minus in quotes.');
    }
    this.level.negation = token;
    return null;
  }

  private takeOperator(token: SignToken): Refusal | null {
    const { level } = this;
    if (level.hanging === null && !level.isEmpty) {
      level.join(token);
      return null;
    }
    const message = `${token.kind} stands between two terms. Write one on both sides, or "${token.kind}" in quotes for the word.`;
    return trouble(token, message, { from: token.from, to: token.to, text: '' });
  }

  private takeOpening(token: SignToken): Refusal | null {
    const { last } = this;
    if (last?.kind === 'word' && last.to === token.from) {
      const message = 'Write a blank before the parenthesis, or in quotes what has one in it.';
      return trouble(token, message, { from: token.from, to: token.from, text: ' ' });
    }
    if (this.open.length === LIMITS.queryDepth)
      return tooMuch(token, `Parentheses stand in at most ${LIMITS.queryDepth} others. Write it with fewer.`);
    this.open.push(new Level(token));
    return null;
  }

  private takeClosing(token: SignToken): Refusal | null {
    const { level } = this;
    if (level.opened === null) {
      const mend = { from: token.from, to: token.to, text: '' };
      return trouble(token, 'Nothing opens this parenthesis. Leave it out, or write it in quotes.', mend);
    }
    const refusal = hangingSign(level);
    if (refusal !== null) return refusal;
    this.open.pop();
    if (level.isEmpty) {
      const at = { from: level.opened.from, to: token.to };
      const mend = { from: this.level.negation?.from ?? at.from, to: at.to, text: '' };
      return trouble(
        at,
        'Nothing stands in these parentheses. Write something in them, or leave them out.',
        mend,
      );
    }
    this.level.add(level.close());
    return null;
  }

  private unclosed(): Refusal | null {
    const { opened } = this.level;
    if (opened === null) return null;
    const mend = { from: this.length, to: this.length, text: ')'.repeat(this.open.length) };
    return trouble(opened, 'This parenthesis is never closed. Write another one where its terms end.', mend);
  }
}

function hangingSign({ hanging }: Level): Refusal | null {
  if (hanging === null) return null;
  const message = `Something is to stand behind ${hanging.kind === '-' ? 'the minus' : hanging.kind}. Write a term there, or leave it out.`;
  return trouble(hanging, message, { from: hanging.from, to: hanging.to, text: '' });
}

/** `type: Shipped`: the value is there, and a blank before it. */
function closedGap(refusal: Refusal, token: Token, next: Token | undefined): Refusal {
  const { error } = refusal;
  const isGap = token.kind === 'word' && token.word.text.endsWith(':') && next?.kind === 'word';
  if (!isGap || error.mend !== null) return refusal;
  return { ...refusal, error: { ...error, mend: { from: token.to, to: next.from, text: '' } } };
}

/** A minus with a blank behind it could be meant for either side. */
function looseMinus(last: Token | null, token: Token): Refusal | null {
  if (last?.kind !== '-' || last.to === token.from) return null;
  const message = 'Write the minus right before what it excludes, or "-" in quotes for the sign.';
  return trouble(last, message, { from: last.to, to: token.from, text: '' });
}
