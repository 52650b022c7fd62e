/**
 * What payloads of one shape have that those of another do not: places that came, that went, and that hold other types of JSON.
 *
 * Of what came or went whole, the outermost place is named and not what is in it. Law: difference(a, b) is difference(b, a) turned round.
 */
import type { ShapeField } from './shape-fields.ts';

export interface ShapeDifference {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** The types of its values, before and after. */
  readonly retyped: readonly { readonly path: string; readonly from: string; readonly to: string }[];
}

export function shapeDifference(
  before: readonly ShapeField[],
  after: readonly ShapeField[],
): ShapeDifference {
  const [old, fresh] = [kindsByPath(before), kindsByPath(after)];
  return {
    added: outermost([...fresh.keys()].filter((path) => !old.has(path))),
    gone: outermost([...old.keys()].filter((path) => !fresh.has(path))),
    retyped: [...fresh].flatMap(([path, to]) => {
      const from = old.get(path);
      return from === undefined || from === to || from === '' || to === '' ? [] : [{ path, from, to }];
    }),
  };
}

/** Null is the absence of a value more often than a type of its own. */
function kindsByPath(fields: readonly ShapeField[]): ReadonlyMap<string, string> {
  return new Map(
    fields.map(({ path, kinds }) => [
      path,
      kinds
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'null')
        .sort()
        .join(' or '),
    ]),
  );
}

/** Those of which no other is a beginning; a place stands in front of what is in it. */
function outermost(paths: readonly string[]): readonly string[] {
  const kept = new Set<string>();
  return paths.filter((path) => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      if (kept.has(path.slice(0, end))) return false;
    kept.add(path);
    return true;
  });
}
