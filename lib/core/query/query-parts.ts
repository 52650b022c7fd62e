/**
 * A text as a bar colours it while it is written: what each stretch of it is, whether the whole reads or not.
 *
 * Law: the parts, one behind the other, are the text. It says nothing of meaning: `parseQuery` does.
 */
import { PAYLOAD, type Qualifier, qualifierOf } from './qualifiers.ts';
import { comparisonIn } from './read-values.ts';
import { tokensOf } from './tokens.ts';
import type { Place } from './trouble.ts';
import type { Word } from './word.ts';

export interface QueryPart {
  /** `text` is looked for; `value` stands behind a qualifier; `blank` means nothing. */
  readonly kind: 'qualifier' | 'operator' | 'value' | 'text' | 'blank';
  /** UTF-16 units of the text, from `from` up to before `to`. */
  readonly from: number;
  readonly to: number;
}

export function queryParts(text: string): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  let reached = 0;
  const said = tokensOf(text).flatMap((token) =>
    token.kind === 'word' ? inWord(token.word) : [part('operator', token)],
  );
  for (const one of said) {
    if (one.from === one.to) continue;
    if (one.from > reached) parts.push({ kind: 'blank', from: reached, to: one.from });
    parts.push(one);
    reached = one.to;
  }
  if (reached < text.length) parts.push({ kind: 'blank', from: reached, to: text.length });
  return parts;
}

/** A slice begins right behind the unit before it, and ends with the unit after it: quotes belong to what they hold. */
function inWord(word: Word): readonly QueryPart[] {
  if (word.has(PAYLOAD)) return headed(word, word.slice(PAYLOAD.length), inPlace);
  const colon = word.find(':');
  const head = word.slice(0, Math.max(0, colon));
  const qualifier = colon !== -1 && head.isPlain ? qualifierOf(head.text) : null;
  if (qualifier === null) return [part('text', word)];
  return headed(word, word.slice(colon + 1), READ.get(qualifier) ?? listedValues);
}

function headed(word: Word, values: Word, read: (values: Word) => readonly QueryPart[]) {
  return [part('qualifier', { from: word.from, to: values.from }), ...read(values)];
}

function inPlace(place: Word): readonly QueryPart[] {
  const comparison = comparisonIn(place);
  if (comparison === null) return [part('value', place)];
  const field = place.slice(0, comparison.at);
  const values = place.slice(comparison.at + comparison.op.length);
  return [
    part('value', field),
    part('operator', { from: field.to, to: values.from }),
    ...listedValues(values),
  ];
}

function listed(values: Word, read: (value: Word) => readonly QueryPart[]): readonly QueryPart[] {
  let reached = values.from;
  return values.split(',').flatMap((value) => {
    const comma = part('operator', { from: reached, to: value.from });
    reached = value.to;
    return [comma, ...read(value)];
  });
}

function inRange(range: Word): readonly QueryPart[] {
  const behindSign = range.slice(/^[<>]=?/.exec(range.text)?.[0].length ?? 0);
  const sign = part('operator', { from: range.from, to: behindSign.from });
  const dots = /\.\.<?/.exec(behindSign.text);
  if (dots === null) return [sign, part('value', behindSign)];
  const first = behindSign.slice(0, dots.index);
  const last = behindSign.slice(dots.index + dots[0].length);
  return [
    sign,
    part('value', first),
    part('operator', { from: first.to, to: last.from }),
    part('value', last),
  ];
}

const listedValues = (values: Word) => listed(values, (value) => [part('value', value)]);
const listedRanges = (values: Word) => listed(values, inRange);

const READ: ReadonlyMap<Qualifier, (values: Word) => readonly QueryPart[]> = new Map([
  ['set', inPlace],
  ['was', inPlace],
  ['state', inPlace],
  ['occurred', listedRanges],
  ['recorded', listedRanges],
  ['version', listedRanges],
  ['position', listedRanges],
]);

const part = (kind: QueryPart['kind'], { from, to }: Place): QueryPart => ({ kind, from, to });
