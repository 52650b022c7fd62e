/** Versions and positions: `version:5`, `version:5..9`, `position:>=81204`. */
import { ok } from '../result.ts';
import type { CountTerm } from './query.ts';
import { readRange, type Stretch } from './read-range.ts';
import { cited, type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

export function readCounts(word: Word, kind: CountTerm['kind']): Read<CountTerm> {
  const range = readRange(word, (count) => readCount(count, kind));
  if (!range.ok) return range;
  const { from, to } = range.value;
  if (from !== null && from > MOST) return trouble(word, `No ${kind} is higher than ${MOST}.`);
  if (to === null) return ok({ kind, ...range.value });
  if (to <= 0n) return trouble(word, `No ${kind} is lower than 0.`);
  return from === null ? ok({ kind, from, to: to - 1n }) : ok({ kind, from, to: to - 1n });
}

function readCount(word: Word, kind: CountTerm['kind']): Read<Stretch> {
  // The longest that may be written are compared as numbers, so the length is asked first.
  const count = /^\d{1,19}$/.test(word.text) ? BigInt(word.text) : null;
  if (count !== null && count <= MOST) return ok({ start: count, end: count + 1n, isBeginning: false });
  const example = kind === 'version' ? 'version:812, version:5..9' : 'position:81204, position:5..9';
  return trouble(
    word,
    `There is no ${kind} ${cited(word.text)}. Write whole numbers, as in ${example} or ${kind}:>=5.`,
  );
}

/** What PostgreSQL counts to. */
const MOST = 2n ** 63n - 1n;
