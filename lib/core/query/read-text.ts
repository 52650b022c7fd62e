/** Free text: a word, the beginning of one, or a phrase. Nobody who means a comparison is to look for its signs instead, so those are refused. */
import { ok } from '../result.ts';
import { PAYLOAD, qualifierOf } from './qualifiers.ts';
import type { Term } from './query.ts';
import { comparisonIn } from './read-values.ts';
import { cited, type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

export function readText(word: Word): Read<Term> {
  const meant = readComparison(word);
  if (meant !== null) return meant;
  const star = word.find('*');
  const isPrefix = star !== -1 && star === word.text.length - 1;
  if (star !== -1 && !isPrefix)
    return trouble(
      word,
      'In text a star may only end a word, as in ship*. Write one that is meant in quotes.',
    );
  const text = isPrefix ? word.text.slice(0, -1) : word.text;
  if (text !== '') return ok({ kind: 'text', text, isPrefix });
  return trouble(word, 'Write what to look for: a word, the beginning of one (ship*) or "a phrase".');
}

/** `amount>100`, `type=Shipped`: what was meant is evident, and it is not the text. */
function readComparison(word: Word): Read<never> | null {
  const found = comparisonIn(word);
  const head = found === null ? null : word.slice(0, found.at);
  if (found === null || head === null || !head.isPlain || !NAME.test(head.text)) return null;
  const words = `Text with such a sign stands in quotes: ${cited(word.text)}.`;
  if (qualifierOf(head.text) === null) {
    const mend = { from: head.from, to: head.from, text: PAYLOAD };
    return trouble(
      word,
      `A field of the payload is written payload.${cut(head.text)}${found.op}… ${words}`,
      mend,
    );
  }
  const sign = word.slice(found.at, found.at + found.op.length);
  const mend = { from: sign.from, to: sign.to, text: found.op === '=' ? ':' : `:${found.op}` };
  return trouble(
    word,
    `Between a qualifier and what it asks for stands a colon: ${head.text}:… ${words}`,
    mend,
  );
}

const NAME = /^[A-Za-z_][\w.-]*$/;

const cut = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
