/** Fields of the payload, the state and the changes, and what their values are compared with. */
import { ok } from '../result.ts';
import { exactValueOf } from './exact-value.ts';
import type { Clause, ExactValue, Term, ValueTest } from './query.ts';
import { readEach } from './read-each.ts';
import { readPattern } from './read-names.ts';
import { readPath, readPlainPath } from './read-path.ts';
import { cited, type Mend, type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

/** `set:/status=open` */
export function readValues(word: Word, kind: 'set' | 'was'): Read<Clause> {
  const { field, op, value } = partsOf(word);
  const mend = mendColon(field, op);
  if (mend !== null) return trouble(word, COLON, mend);
  const path = readPath(field);
  if (!path.ok) return path;
  if (op !== null) return readTests(op, value, (test) => ({ kind, path: path.value, ...test }));
  const message = `Write the value too, as in ${kind}:/status=open, or path: to find every change of the field.`;
  return trouble(word, message, { from: word.from - kind.length - 1, to: word.from, text: 'path:' });
}

/** `payload.amount>100`, or the place alone, where there is to be something. */
export function readPlaces(word: Word, kind: 'payload' | 'state'): Read<Clause> {
  const { field, op, value } = partsOf(word);
  const mend = mendColon(field, op);
  if (mend !== null) return trouble(word, COLON, mend);
  const path = kind === 'payload' ? readPlainPath(field) : readPath(field);
  if (!path.ok) return path;
  if (op === null) return ok({ kind, path: path.value, op: 'exists', value: null });
  return readTests(op, value, (test) => ({ kind, path: path.value, ...test }));
}

export const COMPARISONS = ['!=', '>=', '<=', '=', '>', '<'] as const;

type Comparison = (typeof COMPARISONS)[number];

/** Where the comparison begins that a word has outside of quotes, and which; null where there is none. `/~=` opens the step of a key. */
export function comparisonIn(word: Word): { readonly at: number; readonly op: Comparison } | null {
  for (let at = word.find('!=<>'); at !== -1; at = word.find('!=<>', at + 1)) {
    const isKey = word.has('/~=', at - 2);
    const op = isKey ? undefined : COMPARISONS.find((comparison) => word.has(comparison, at));
    if (op !== undefined) return { at, op };
  }
  return null;
}

type Parts =
  | { readonly field: Word; readonly op: null; readonly value: null }
  | { readonly field: Word; readonly op: Comparison; readonly value: Word };

function partsOf(word: Word): Parts {
  const found = comparisonIn(word);
  if (found === null) return { field: word, op: null, value: null };
  const { at, op } = found;
  return { field: word.slice(0, at), op, value: word.slice(at + op.length) };
}

const COLON =
  'Between a field and its value stands =, or another comparison. Write a colon that is meant in quotes.';

/** A colon that stands for the comparison, or before it. In the step of a key (`/lines/~:17`) it is meant. */
function mendColon(field: Word, op: Comparison | null): Mend | null {
  const colon = field.find(':');
  if (colon === -1 || field.text[colon - 1] === '~') return null;
  const { from } = field.slice(0, colon + 1);
  const at = field.slice(colon, colon + 1);
  if (op === null) return { from: at.from, to: at.to, text: '=' };
  return colon === field.text.length - 1 && from < at.from ? { from: at.from, to: at.to, text: '' } : null;
}

function readTests(op: Comparison, values: Word, termOf: (test: ValueTest) => Term): Read<Clause> {
  if (values.isNothing)
    return trouble(around(values, op), `Write a value right after ${op}, or two quotes for the empty text.`);
  return readEach(values, (value) => {
    if (op === '=' || op === '!=') {
      if (value.find('*') === -1) return ok(termOf({ op, value: exactValue(value) }));
      return ok(termOf({ op, value: { kind: 'pattern', pattern: readPattern(value) } }));
    }
    if (value.find('*') === -1) return ok(termOf({ op, value: exactValue(value) }));
    return trouble(value, `A star has no place in an order: ${cited(value.text)} can be = or != only.`);
  });
}

const around = ({ from, to }: Word, op: Comparison) => ({ from: from - op.length, to });

/** In quotes it is the text alone. */
function exactValue(word: Word): ExactValue {
  return word.isPlain ? exactValueOf(word.text) : { kind: 'text', text: word.text };
}
