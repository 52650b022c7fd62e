/** The queries behind the numbers of an overview. */
import { type Axis, type Clause, type NameTerm, queryText, type Times } from '#core';

/** What meets all of the clauses within the range. */
export function queryIn(axis: Axis, { from, to }: Times, ...clauses: readonly Clause[]): string {
  const time: readonly Clause[] =
    from !== null
      ? [{ kind: 'time', axis, from, to }]
      : to !== null
        ? [{ kind: 'time', axis, from, to }]
        : [];
  const [first, second, ...others] = [...clauses, ...time];
  if (first === undefined) return '';
  return queryText(second === undefined ? first : { kind: 'and', of: [first, second, ...others] });
}

/** null: those that have none. */
export function exactly(field: NameTerm['field'], name: string | null): Clause {
  if (name !== null) return { kind: 'name', field, pattern: { pieces: [name] } };
  return { kind: 'not', of: { kind: 'name', field, pattern: { pieces: ['', ''] } } };
}

export function noneOf(field: NameTerm['field'], names: readonly string[]): Clause {
  const [first, second, ...others] = names.map((name) => exactly(field, name));
  if (first === undefined) throw new TypeError('Nothing is no clause.');
  return { kind: 'not', of: second === undefined ? first : { kind: 'or', of: [first, second, ...others] } };
}

/** The field, or something in it. */
export function pathClause(path: string): Clause {
  return { kind: 'path', path: { steps: path.split('/').slice(1) } };
}
