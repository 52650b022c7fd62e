/**
 * The text cut into words, arrows and queries in parentheses. It cuts any text; what the pieces mean is for others to say. Quotes are those
 * of the language of queries, in which parentheses and arrows mean nothing.
 */
import type { Place } from '../query/trouble.ts';

export interface SequenceToken extends Place {
  readonly kind: 'word' | 'arrow' | 'query';
  readonly text: string;
  /** Where a quote or a parenthesis stands that nothing closes; else null. */
  readonly open: number | null;
}

export function sequenceTokens(text: string): readonly SequenceToken[] {
  const tokens: SequenceToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at += 1;
    else {
      const token = tokenAt(text, at);
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

function tokenAt(text: string, from: number): SequenceToken {
  if (text.startsWith('->', from)) return { kind: 'arrow', text: '->', from, to: from + 2, open: null };
  if (text.charAt(from) === '(') return queryAt(text, from);
  let open: number | null = null;
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '"') open = open === null ? at : null;
    else if (unit === '\\' && isEscaped(text.charAt(at + 1), open !== null)) at += 1;
    else if (open === null && (/[\s(]/.test(unit) || text.startsWith('->', at))) break;
  }
  const to = Math.min(at, text.length);
  return { kind: 'word', text: text.slice(from, to), from, to, open };
}

function queryAt(text: string, from: number): SequenceToken {
  let quote: number | null = null;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '"') quote = quote === null ? at : null;
    else if (unit === '\\' && isEscaped(text.charAt(at + 1), quote !== null)) at += 1;
    else if (quote === null && unit === '(') depth += 1;
    else if (quote === null && unit === ')') depth -= 1;
    if (depth === 0) return { kind: 'query', text: text.slice(from + 1, at), from, to: at + 1, open: null };
  }
  return { kind: 'query', text: text.slice(from + 1), from, to: text.length, open: quote ?? from };
}

function isEscaped(unit: string, isQuoted: boolean): boolean {
  return unit === '"' || unit === '\\' || (unit === '*' && !isQuoted);
}
