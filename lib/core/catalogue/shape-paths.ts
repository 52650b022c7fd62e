/** The places of a shape as paths of a query: a star stands for the elements of an array and the values of a map. */
import { escapeStep } from '../pointer.ts';
import type { PathPattern } from '../query/query.ts';
import type { Place } from './place.ts';
import type { Shape } from './shape.ts';

/** Each behind the one that it is in; the payload itself is none of them. */
export function shapePaths({ root }: Shape): readonly PathPattern[] {
  const paths: PathPattern[] = [];
  addBelow(paths, root, []);
  return paths;
}

function addBelow(
  paths: PathPattern[],
  { members, values, elements }: Place,
  around: PathPattern['steps'],
): void {
  const add = (place: Place, step: string | null): void => {
    const steps = [...around, step];
    paths.push({ steps });
    addBelow(paths, place, steps);
  };
  for (const [name, member] of members ?? []) add(member, escapeStep(name));
  if (values !== null) add(values, null);
  if (elements !== null) add(elements, null);
}

/** Whether a payload of this shape may have something where the path leads: a place of an index lies among the elements. */
export function mayHave(place: PathPattern, asked: PathPattern): boolean {
  return (
    place.steps.length === asked.steps.length &&
    place.steps.every((step, at) => step === null || asked.steps[at] === null || step === asked.steps[at])
  );
}
