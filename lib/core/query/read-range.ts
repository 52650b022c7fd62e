/**
 * Ranges of anything that has an order: `a..b`, `a..`, `..b`, `a..<b`, `>a`, `>=a`, `<a`, `<=a`, or `a` alone.
 *
 * Whatever is written covers a stretch, as a day does: `..b` takes the whole of b, `..<b` and `<b` nothing of it, `>a` begins behind a.
 */
import { ok } from '../result.ts';
import type { Range } from './query.ts';
import { type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

export interface Stretch {
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
  /** Alone, it means from then on: two hours ago is no time that anything could have. */
  readonly isBeginning: boolean;
}

/** Of stretches whose ends are exclusive, as is the end of the range. */
export function readRange(word: Word, read: (word: Word) => Read<Stretch>): Read<Range> {
  const dots = word.text.indexOf('..');
  if (dots !== -1) return readBetween(word, dots, read);
  const sign = SIGNS.find((known) => word.text.startsWith(known)) ?? null;
  const stretch = read(word.slice(sign?.length ?? 0));
  if (!stretch.ok) return stretch;
  const { start, end, isBeginning } = stretch.value;
  if (sign === '>=') return ok({ from: start, to: null });
  if (sign === '>') return ok({ from: end, to: null });
  if (sign === '<=') return ok({ from: null, to: end });
  if (sign === '<') return ok({ from: null, to: start });
  return ok({ from: start, to: isBeginning ? null : end });
}

const SIGNS = ['>=', '<=', '>', '<'] as const;

function readBetween(word: Word, dots: number, read: (word: Word) => Read<Stretch>): Read<Range> {
  const isOpen = word.text.startsWith('<', dots + 2);
  const [first, last] = [word.slice(0, dots), word.slice(dots + (isOpen ? 3 : 2))];
  if (first.text === '') return readUpTo(word, last, isOpen, read);
  const from = read(first);
  if (!from.ok) return from;
  const { start } = from.value;
  if (last.text === '' && !isOpen) return ok({ from: start, to: null });
  const to = readUpTo(word, last, isOpen, read);
  if (!to.ok) return to;
  if (to.value.to !== null && start < to.value.to) return ok({ from: start, to: to.value.to });
  const mend = { from: word.from, to: word.to, text: `${last.text}..${first.text}` };
  return trouble(
    word,
    'Nothing lies in this range: it ends before it begins. Write the lower end first.',
    mend,
  );
}

function readUpTo(word: Word, last: Word, isOpen: boolean, read: (word: Word) => Read<Stretch>): Read<Range> {
  if (last.text === '')
    return trouble(word, 'Write where the range begins, where it ends, or both: a..b, a.. or ..b.');
  const to = read(last);
  return to.ok ? ok({ from: null, to: isOpen ? to.value.start : to.value.end }) : to;
}
