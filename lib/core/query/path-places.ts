/** Where a path that may have stars in it leads: to leaves by their paths, and into a payload. */

import { getOwn, isJsonArray, isJsonObject, type Json } from '../json/value.ts';
import { arrayIndex, unescapeStep } from '../pointer.ts';
import type { PathPattern } from './query.ts';

/** Whether it is the path of this leaf. */
export function isPlace(pattern: PathPattern, path: string): boolean {
  const steps = stepsOf(path);
  return steps.length === pattern.steps.length && leadsTo(pattern, steps);
}

/** Whether it is the path of this leaf or of something that it lies in. */
export function holdsPlace(pattern: PathPattern, path: string): boolean {
  const steps = stepsOf(path);
  return steps.length >= pattern.steps.length && leadsTo(pattern, steps);
}

/** Every value there, in the order of the document. */
export function valuesAt(json: Json, { steps }: PathPattern): readonly Json[] {
  let found: readonly Json[] = [json];
  for (const step of steps) {
    found = found.flatMap((value) =>
      step === null ? membersOf(value) : memberOf(value, unescapeStep(step)),
    );
  }
  return found;
}

function leadsTo({ steps }: PathPattern, path: readonly string[]): boolean {
  return steps.every((step, at) => step === null || step === path[at]);
}

const stepsOf = (path: string): readonly string[] => (path === '' ? [] : path.slice(1).split('/'));

function membersOf(json: Json): readonly Json[] {
  if (isJsonArray(json)) return json;
  return isJsonObject(json) ? Object.values(json) : [];
}

function memberOf(json: Json, name: string): readonly Json[] {
  const member = isJsonArray(json)
    ? json[arrayIndex(name) ?? -1]
    : isJsonObject(json)
      ? getOwn(json, name)
      : undefined;
  return member === undefined ? [] : [member];
}
