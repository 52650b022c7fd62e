/** The one canonical text of a sequence. Law: parse(sequenceText(s)) = s. */
import type { Clause } from '../query/query.ts';
import { clauseText, queryText } from '../query/query-text.ts';
import type { Sequence, SequenceStep } from './sequence.ts';
import { spanText } from './span.ts';

export function sequenceText({ steps, by, on, where }: Sequence): string {
  const clauses = [
    by === 'entity' ? '' : ` by ${by}`,
    on === 'recorded' ? '' : ` on ${on}`,
    where.kind === 'all' ? '' : ` where (${queryText(where)})`,
  ];
  return steps.map(stepText).join(' -> ') + clauses.join('');
}

export function stepText(step: SequenceStep): string {
  const before = step.kind === 'absence' ? 'no ' : step.times === 1 ? '' : `${step.times}x `;
  const behind = step.within === null ? '' : ` within ${spanText(step.within)}`;
  return before + whatText(step.what) + behind;
}

/** Types as they stand behind `type:`; any other query in parentheses. */
export function whatText(what: Clause): string {
  const text = clauseText(what);
  if (!isTypes(what)) return `(${text})`;
  const names = text.slice('type:'.length);
  return MEANS_SOMETHING.test(names) ? `"${names}"` : names;
}

/** One type, or several of which one is enough. */
function isTypes(what: Clause): boolean {
  if (what.kind === 'or') return what.of.every((one) => one.kind === 'name' && one.field === 'type');
  return what.kind === 'name' && what.field === 'type';
}

/** Words that a type is not mistaken for, and the sign between steps. */
const MEANS_SOMETHING = /^(?:no|within|by|on|where|\d+x)$/;
