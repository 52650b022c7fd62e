/** The values of one qualifier: commas part them, and either of them will do. One that is meant stands in quotes. */
import { ok } from '../result.ts';
import { anyOf } from './clause.ts';
import type { Clause, Term } from './query.ts';
import { type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

export function readEach(values: Word, read: (value: Word) => Read<Term>): Read<Clause> {
  const terms: Term[] = [];
  for (const value of values.split(',')) {
    if (value.isNothing) {
      const at = { from: Math.max(values.from, value.from - 1), to: Math.min(value.to + 1, values.to) };
      return trouble(
        at,
        'A comma parts two values, and here is one only. Write the other, or the comma in quotes.',
      );
    }
    const term = read(value);
    if (!term.ok) return term;
    terms.push(term.value);
  }
  return ok(anyOf(terms));
}
