/** What is being written where the caret stands, so that a bar can offer what the store holds. */
import { nameFieldOf, PAYLOAD, type Qualifier, qualifierOf } from './qualifiers.ts';
import type { NameField, PathPattern, TimeTerm } from './query.ts';
import { readPath } from './read-path.ts';
import { comparisonIn } from './read-values.ts';
import { tokensOf, type WordToken } from './tokens.ts';
import type { Word } from './word.ts';

export type Completion = Meant & {
  /** What stands between its beginning and the caret, without quotes. */
  readonly typed: string;
  /** What a choice takes the place of, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
};

type Meant =
  /** A qualifier, or a word to look for. */
  | { readonly kind: 'qualifier' }
  /** `entityType`: whose ids are asked for, where it was written in full. */
  | { readonly kind: 'name'; readonly field: NameField; readonly entityType: string | null }
  | { readonly kind: 'path'; readonly field: PathField }
  | { readonly kind: 'value'; readonly field: PathField; readonly path: PathPattern }
  | { readonly kind: 'time'; readonly axis: TimeTerm['axis'] }
  | { readonly kind: 'is' }
  /** Nothing that could be offered. */
  | { readonly kind: 'none' };

export type PathField = 'path' | 'set' | 'was' | 'state' | 'payload';

export function completionAt(text: string, caret: number): Completion {
  const touched = tokensOf(text).filter(({ from, to }) => from <= caret && caret <= to);
  const token = touched.find((found) => found.kind === 'word') ?? touched[0];
  if (token?.kind === 'word') return completionIn(token, caret);
  const isKeyword = token !== undefined && token.to - token.from > 1;
  return { kind: isKeyword ? 'none' : 'qualifier', typed: '', from: caret, to: caret };
}

function completionIn({ word, openQuote }: WordToken, caret: number): Completion {
  const { part, ...meant } = meantBy(word, caret);
  if (part.from > caret) return { kind: 'none', typed: '', from: caret, to: caret };
  // A quote that nothing closes has run over what stands behind the caret.
  const to = openQuote === null ? part.to : Math.max(caret, Math.min(part.to, openQuote));
  return { ...meant, typed: part.before(caret), from: part.from, to };
}

type Part = Meant & { readonly part: Word };

function meantBy(word: Word, caret: number): Part {
  if (word.has(PAYLOAD) && caret >= word.from + PAYLOAD.length)
    return inPlace('payload', word.slice(PAYLOAD.length), caret);
  const colon = word.find(':');
  const head = word.slice(0, colon === -1 ? undefined : colon);
  if (colon === -1 || caret <= head.to) {
    const end = word.has(PAYLOAD) ? PAYLOAD.length : colon === -1 ? undefined : colon + 1;
    return { kind: head.isPlain ? 'qualifier' : 'none', part: word.slice(0, end) };
  }
  const qualifier = head.isPlain ? qualifierOf(head.text) : null;
  const values = word.slice(colon + 1);
  return qualifier === null ? { kind: 'none', part: values } : inValues(qualifier, values, caret);
}

function inValues(qualifier: Qualifier, values: Word, caret: number): Part {
  if (qualifier === 'set' || qualifier === 'was' || qualifier === 'state')
    return inPlace(qualifier, values, caret);
  const part = partAt(values, caret);
  const field = nameFieldOf(qualifier);
  if (field !== null) return { kind: 'name', field, entityType: null, part };
  switch (qualifier) {
    case 'entity':
      return inEntity(part, caret);
    case 'path':
      return { kind: 'path', field: 'path', part };
    case 'occurred':
    case 'recorded':
      return { kind: 'time', axis: qualifier, part: timeAt(part, caret) };
    case 'is':
      return { kind: 'is', part };
    default:
      return { kind: 'none', part };
  }
}

function inEntity(entity: Word, caret: number): Part {
  const slash = entity.find('/');
  const type = entity.slice(0, slash === -1 ? undefined : slash);
  if (slash === -1 || caret <= type.to)
    return { kind: 'name', field: 'entityType', entityType: null, part: type };
  const entityType = type.find('*') === -1 ? type.text : null;
  return { kind: 'name', field: 'entityId', entityType, part: entity.slice(slash + 1) };
}

function inPlace(field: PathField, place: Word, caret: number): Part {
  const comparison = comparisonIn(place);
  const written = place.slice(0, comparison?.at);
  if (comparison === null || caret <= written.to) return { kind: 'path', field, part: written };
  const path = readPath(written);
  const part = partAt(place.slice(comparison.at + comparison.op.length), caret);
  return path.ok ? { kind: 'value', field, path: path.value, part } : { kind: 'none', part };
}

/** Which of the values the caret stands in. */
function partAt(values: Word, caret: number): Word {
  return values.split(',').findLast(({ from }) => from <= caret) ?? values;
}

/** Which end of a range, without the sign before it. */
function timeAt(range: Word, caret: number): Word {
  const dots = range.text.indexOf('..');
  const isLast = dots !== -1 && caret > range.slice(0, dots).to;
  const end = isLast ? range.slice(dots + 2) : range.slice(0, dots === -1 ? undefined : dots);
  const sign = /^[<>]?=?/.exec(end.text)?.[0] ?? '';
  return end.slice(sign.length);
}
