/** The places of a shape as paths of a query: a star stands for the elements of an array and the values of a map. */
import { escapeStep } from '../pointer.ts';
import type { PathPattern } from '../query/query.ts';
import type { Shape } from './shape.ts';
import { fieldsOf } from './shape-fields.ts';

/** Each behind the one that it is in; the payload itself is none of them. */
export function shapePaths(shape: Shape): readonly PathPattern[] {
  const around: (string | null)[] = [];
  return fieldsOf(shape).flatMap(({ name, placeIn, depth }) => {
    if (depth === 0) return [];
    around.length = depth - 1;
    around.push(placeIn === 'member' ? escapeStep(name) : null);
    return [{ steps: [...around] }];
  });
}

/** Whether a payload of this shape may have something where the path leads: a place of an index lies among the elements. */
export function mayHave(place: PathPattern, asked: PathPattern): boolean {
  return (
    place.steps.length === asked.steps.length &&
    place.steps.every((step, at) => step === null || asked.steps[at] === null || step === asked.steps[at])
  );
}
