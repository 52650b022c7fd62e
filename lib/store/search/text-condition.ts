/** Whether a word or phrase stands in what people read of an event, over rows `k`. Law: it holds where core's `hasText` does. */
import { type TextTerm, wordsOf } from '#core';
import { isHoldable } from '../read-models/holdable-text.ts';
import { SEARCH_TEXT } from '../read-models/search-text.ts';
import { type Beside, isIn } from './is-in.ts';
import { literalInRegex } from './like-pattern.ts';

/** Longer words are cut in the index. */
const LONGEST_WORD = 255;
const WORD_UNIT = /[a-zA-Z0-9\u{80}-\u{10ffff}]/u;
/** The same for PostgreSQL. */
const WORD_CLASS = '[a-zA-Z0-9\\u0080-\\U0010ffff]';

export interface TextParts {
  /** What the index of words knows; null: nothing. */
  readonly index: string | null;
  /** What an event has to be read for; null: the index knows it all. */
  readonly reading: string | null;
}

export function textCondition(term: TextTerm, to: Beside): string {
  const { index, reading } = textParts(term, to);
  return `(${[index, reading].filter((part) => part !== null).join(' AND ')})`;
}

/** At least one of the two is there. `asksIndex` false: where an event has to be read, the index is not asked before. */
export function textParts(term: TextTerm, to: Beside, asksIndex = true): TextParts {
  const { text } = term;
  const { bind } = to;
  if (!isHoldable(text)) return { index: 'false', reading: null };
  const words = wordsOf(text);
  const isOneWord = words.length === 1 && words[0]?.length === text.length && text.length <= LONGEST_WORD;
  if (isOneWord) return { index: indexCondition(term, words, to), reading: null };
  const index = words.length > 0 && asksIndex ? indexCondition(term, words, to) : null;
  // With OFFSET 0 it is asked of one event after the other, and is no join of all of them.
  const reading = `EXISTS (SELECT FROM listed_event l JOIN event_body b ON b.position = l.position
    WHERE l.type_id = k.type_id AND l.position = k.position AND lower(${SEARCH_TEXT} COLLATE "C") ~ ${bind(regexOf(term), 'text')} OFFSET 0)`;
  return { index, reading };
}

function indexCondition(term: TextTerm, words: readonly string[], to: Beside): string {
  const sought = words.map((word, index) =>
    lexemeOf(word, term.isPrefix && index === words.length - 1 && endsInWord(term.text)),
  );
  const holds = `w.words @@ ${to.bind(sought.join(' & '), 'tsquery')}`;
  return isIn('searchable_words w', ['position'], holds, to);
}

const endsInWord = (text: string): boolean => WORD_UNIT.test(text.slice(-1));

function lexemeOf(word: string, isPrefix: boolean): string {
  const isCut = word.length > LONGEST_WORD;
  const kept = isCut ? [...word].slice(0, LONGEST_WORD).join('') : word;
  return `'${kept}'${isPrefix || isCut ? ':*' : ''}`;
}

/** null: PostgreSQL holds no such text. */
export function regexOfText(term: TextTerm): string | null {
  return isHoldable(term.text) ? regexOf(term) : null;
}

/** Between two units of a word there is no border. */
function regexOf({ text, isPrefix }: TextTerm): string {
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const [first = ''] = folded;
  const before = WORD_UNIT.test(first) ? `(?<!${WORD_CLASS})` : '';
  const behind = !isPrefix && endsInWord(folded) ? `(?!${WORD_CLASS})` : '';
  return `${before}${literalInRegex(folded)}${behind}`;
}
