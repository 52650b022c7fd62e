/**
 * When the payloads of a kind of event began to look otherwise: a member appeared, was given up, or became of another type.
 *
 * A type that was seen for the last time before another was seen first is exact. That a member appeared or was given up is said where the
 * objects without it, in front of its first or behind its last, would have been without it by chance less than once in a hundred times.
 */
import type { JsonKind } from './place.ts';
import type { ShapeField } from './shape-fields.ts';

export type Drift =
  /** `at`: the position of the first event that had it. */
  | { readonly what: 'appeared'; readonly path: string; readonly at: number }
  /** `at`: the position of the last event that had it. */
  | { readonly what: 'disappeared'; readonly path: string; readonly at: number }
  /** `last`: of the old type; `at`: the first of the new one. */
  | {
      readonly what: 'retyped';
      readonly path: string;
      readonly from: JsonKind;
      readonly to: JsonKind;
      readonly last: number;
      readonly at: number;
    };

/** By position, ascending. What stands below a member that appeared or disappeared is not said again. */
export function driftOf(fields: readonly ShapeField[]): readonly Drift[] {
  return fields.flatMap((field) => [...appearance(field), ...retyping(field)]).sort((a, b) => a.at - b.at);
}

/** How often chance alone may have kept a member away, that its absence is still called chance. */
const BY_CHANCE = 0.01;

function appearance({ path, kinds, count, around, missing }: ShapeField): readonly Drift[] {
  if (missing === null) return [];
  const drift: Drift[] = [];
  if (isNoChance(missing.before, count, around - missing.before))
    drift.push({ what: 'appeared', path, at: Math.min(...kinds.map(({ first }) => first)) });
  if (isNoChance(missing.after, count, around - missing.after))
    drift.push({ what: 'disappeared', path, at: Math.max(...kinds.map(({ last }) => last)) });
  return drift;
}

/** Of `others` objects `count` have the member: would `missing` more all be without it? */
function isNoChance(missing: number, count: number, others: number): boolean {
  return missing > 0 && (1 - count / others) ** missing < BY_CHANCE;
}

/** Null is the absence of a value more often than a type of its own. */
function retyping({ path, kinds }: ShapeField): readonly Drift[] {
  const inTurn = kinds.filter(({ kind }) => kind !== 'null').sort((a, b) => a.first - b.first);
  return inTurn.flatMap((seen, nth) => {
    const before = inTurn[nth - 1];
    if (before === undefined || before.last >= seen.first) return [];
    return [
      { what: 'retyped', path, from: before.kind, to: seen.kind, last: before.last, at: seen.first } as const,
    ];
  });
}
