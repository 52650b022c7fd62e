/**
 * The conditions in the query of an address, which are written as `path`, `op` and `value`.
 *
 * Each `path` begins one, and what follows belongs to it, so that `exists` needs no value. Where all paths stand before all comparisons,
 * as generated clients write lists, the n-th of each belong together; then `exists` may have no value, or an empty one.
 */
export interface WrittenCondition {
  readonly path: string;
  readonly op: string;
  /** null: none was written. */
  readonly value: string | null;
}

export function conditionsIn(search: URLSearchParams): readonly WrittenCondition[] {
  return inOrder(search) ?? byNumber(search);
}

/** null where something stands before the path that it would belong to, or twice behind it. */
function inOrder(search: URLSearchParams): readonly WrittenCondition[] | null {
  const conditions: { path: string; op: string | null; value: string | null }[] = [];
  for (const [name, written] of search) {
    if (name === 'path') conditions.push({ path: written, op: null, value: null });
    if (name !== 'op' && name !== 'value') continue;
    const condition = conditions.at(-1);
    if (condition === undefined || condition[name] !== null) return null;
    condition[name] = written;
  }
  const whole = conditions.flatMap(({ op, ...rest }) => (op === null ? [] : [{ ...rest, op }]));
  return whole.length === conditions.length ? whole : null;
}

function byNumber(search: URLSearchParams): readonly WrittenCondition[] {
  const [paths, ops, values] = [search.getAll('path'), search.getAll('op'), search.getAll('value')];
  const compared = ops.filter((op) => op !== 'exists').length;
  const areLeftOut = values.length < ops.length && values.length === compared;
  let next = 0;
  return paths.map((path, index) => {
    const op = ops[index] ?? '';
    if (areLeftOut && op === 'exists') return { path, op, value: null };
    const value = values[areLeftOut ? next : index] ?? null;
    next += 1;
    return { path, op, value };
  });
}
