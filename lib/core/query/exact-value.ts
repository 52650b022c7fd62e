/** What a value means that stands bare: a number, boolean or null as JSON writes it, or else the text. */
import type { ExactValue } from './query.ts';

export function exactValueOf(text: string): ExactValue {
  if (text === 'true' || text === 'false' || text === 'null') return { kind: 'word', text };
  return { kind: NUMBER.test(text) ? 'number' : 'text', text };
}

/** As RFC 8259 writes it. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
