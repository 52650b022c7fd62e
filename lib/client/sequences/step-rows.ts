/**
 * A sequence as the rows of a form, and the text that the form writes.
 *
 * Law: the text of the form of a sequence means that sequence. What somebody writes into a row stands in the text as it is, whether it reads
 * or not, so that both always show the same.
 */
import {
  type Clause,
  clauseText,
  parseQuery,
  queryText,
  type Sequence,
  type SequenceStep,
  spanText,
  whatText,
} from '#core';

export interface StepRow {
  readonly isAbsence: boolean;
  /** `1` for once. */
  readonly times: string;
  /** As behind `type:`; empty: any. */
  readonly types: string;
  /** A query besides; empty: none. */
  readonly filter: string;
  /** `2d`; empty: however long. */
  readonly within: string;
}

export interface SequenceForm {
  readonly rows: readonly StepRow[];
  readonly by: Sequence['by'];
  readonly on: Sequence['on'];
  /** A query; empty: none. */
  readonly where: string;
}

export const NEW_ROW: StepRow = { isAbsence: false, times: '1', types: '', filter: '', within: '' };

export const NEW_FORM: SequenceForm = { rows: [NEW_ROW], by: 'entity', on: 'recorded', where: '' };

export function formOf({ steps, by, on, where }: Sequence): SequenceForm {
  return { rows: steps.map(rowOf), by, on, where: queryText(where) };
}

function rowOf(step: SequenceStep): StepRow {
  const { types, filter } = partsOf(step.what);
  return {
    isAbsence: step.kind === 'absence',
    times: step.kind === 'absence' ? '1' : String(step.times),
    types,
    filter,
    within: step.within === null ? '' : spanText(step.within),
  };
}

/** The types stand first, or they are part of the query. */
function partsOf(what: Clause): Pick<StepRow, 'types' | 'filter'> {
  if (isOfTypes(what)) return { types: whatText(what), filter: '' };
  if (what.kind !== 'and') return { types: '', filter: clauseText(what) };
  const [first, second, ...others] = what.of;
  if (first === undefined || second === undefined || !isOfTypes(first))
    return { types: '', filter: clauseText(what) };
  const types = whatText(first);
  if (others.length > 0) return { types, filter: clauseText({ kind: 'and', of: [second, ...others] }) };
  return { types, filter: second.kind === 'and' ? `(${clauseText(second)})` : clauseText(second) };
}

const isOfTypes = (what: Clause): boolean => !whatText(what).startsWith('(');

export function formText({ rows, by, on, where }: SequenceForm): string {
  const clauses = [
    by === 'entity' ? '' : ` by ${by}`,
    on === 'recorded' ? '' : ` on ${on}`,
    where.trim() === '' ? '' : ` where (${where.trim()})`,
  ];
  return rows.map(rowText).join(' -> ') + clauses.join('');
}

function rowText({ isAbsence, times, types, filter, within }: StepRow): string {
  const before = isAbsence ? 'no ' : times.trim() === '1' || times.trim() === '' ? '' : `${times.trim()}x `;
  const behind = within.trim() === '' ? '' : ` within ${within.trim()}`;
  return before + whatOf(types.trim(), filter.trim()) + behind;
}

function whatOf(types: string, filter: string): string {
  if (filter === '') return types === '' ? '*' : types;
  if (types === '') return `(${filter})`;
  return `(type:${types} ${isEither(filter) ? `(${filter})` : filter})`;
}

/** OR binds weaker than what stands beside it. */
function isEither(filter: string): boolean {
  const read = parseQuery(filter, { now: 0n, zone: 'UTC' });
  return read.ok && read.value.query.kind === 'or';
}
