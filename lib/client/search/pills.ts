/** The terms that every event of a query meets, as pills: in the text, or set aside beside it. */
import { type Clause, clauseText, parseQuery, type QueryClock, type Span, type WrittenTerm } from '#core';
import { type PillWords, pillWords } from './pill-words.ts';

export interface Pill extends Span {
  /** As it is written, with the sign of its negation. */
  readonly text: string;
  readonly words: PillWords;
  readonly isNegated: boolean;
}

export interface Pills {
  readonly pills: readonly Pill[];
  /** Terms in parentheses or beside an OR, which are changed in the text alone. */
  readonly others: number;
}

/** A text that does not read has none. */
export function pillsOf(text: string, clock: QueryClock): Pills {
  const parsed = parseQuery(text, clock);
  if (!parsed.ok) return { pills: [], others: 0 };
  const { terms } = parsed.value;
  const pills = terms.filter(({ isTopLevel }) => isTopLevel).map((term) => pillOf(text, term, clock));
  return { pills, others: terms.length - pills.length };
}

function pillOf(text: string, term: WrittenTerm, clock: QueryClock): Pill {
  const { start, end, isNegated } = term;
  const written = text.slice(start, end);
  const isFromNow = meansOtherTimes(written, term.clause, clock);
  return {
    start,
    end,
    isNegated,
    text: written,
    words: pillWords(term, { text: written, isFromNow }, clock.zone),
  };
}

/** Whether it finds others on another day. What has no times is not read again. */
function meansOtherTimes(written: string, clause: Clause, clock: QueryClock): boolean {
  const [first] = clause.kind === 'or' ? clause.of : [clause];
  if (first?.kind !== 'time') return false;
  const later = parseQuery(written.replace(/^(?:-|NOT\s+)/, ''), { ...clock, now: clock.now + TWO_DAYS });
  return (
    !later.ok || later.value.query.kind === 'all' || clauseText(later.value.query) !== clauseText(clause)
  );
}

const TWO_DAYS = 172_800_000_000n;
