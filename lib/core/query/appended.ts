/** A clause behind a text, so that both are asked for. */
import { tokensOf } from './tokens.ts';

export function appended(text: string, clause: string): string {
  if (text.trim() === '') return clause;
  return isEither(text) ? `(${text.trim()}) ${clause}` : `${text.trimEnd()} ${clause}`;
}

/** Whether an OR stands in no parentheses. */
export function isEither(text: string): boolean {
  let depth = 0;
  return tokensOf(text).some(({ kind }) => {
    if (kind === '(') depth += 1;
    if (kind === ')') depth -= 1;
    return kind === 'OR' && depth === 0;
  });
}
