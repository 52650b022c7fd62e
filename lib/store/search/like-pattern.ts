/** Patterns and paths of queries as PostgreSQL's own. */
import type { PathPattern, Pattern } from '#core';

/** For LIKE. */
export function likeOf({ pieces }: Pattern): string {
  return pieces.map(literalInLike).join('%');
}

export function literalInLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** As a part of an advanced regular expression, only what it says. */
export function literalInRegex(text: string): string {
  return text.replace(/[^a-zA-Z0-9\u0080-\uffff]/g, (unit) =>
    unit === '\n' || unit === '\r' || unit === '\t'
      ? `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`
      : `\\${unit}`,
  );
}

/** The paths of the place itself, and of what lies in it where that is asked for. */
export function regexOfPath({ steps }: PathPattern, end: 'itself' | 'and below'): string {
  const path = steps.map((step) => `/${step === null ? '[^/]*' : literalInRegex(step)}`).join('');
  return `^${path}${end === 'itself' ? '$' : '(/|$)'}`;
}
