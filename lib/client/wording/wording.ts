/** How the face that is chosen says fields and values of the entity on screen. */
import { pointerSteps, pointerWords, stepText } from '../pointer-words.ts';
import { valueText } from '../value-words.ts';
import type { Face } from './face.ts';
import { type EntityLabels, humanised, labelOfPath } from './labels.ts';

export interface Wording {
  readonly face: Face;
  /** A field by its whole path. */
  nameOf(path: string): string;
  /** A field under its container; `step` is the last step of the path. */
  stepOf(path: string, step: string): string;
  /** A leaf, from its JSON text. */
  valueOf(json: string): string;
  typeOf(entityType: string): string;
}

export function wordingOf(face: Face, labels: EntityLabels): Wording {
  if (face === 'developer')
    return {
      face,
      nameOf: pointerWords,
      stepOf: (_, step) => stepText(step),
      valueOf: (json) => json,
      typeOf: (type) => type,
    };
  const stepOf = (path: string, step: string) => labelOfPath(labels, path) ?? stepText(humanised(step));
  return {
    face,
    nameOf: (path) => nameOf(labels, path, stepOf),
    stepOf,
    valueOf: plainValue,
    typeOf: (type) => labels.label ?? humanised(type),
  };
}

/** A label of its own says it all, except below a list, where it has to be told which element is meant. */
function nameOf(labels: EntityLabels, path: string, stepOf: (path: string, step: string) => string): string {
  const own = labels.fields.find(([pattern]) => pattern === path)?.[1];
  if (own !== undefined) return own;
  const steps = pointerSteps(path);
  if (steps.length === 0) return pointerWords(path);
  const raw = path.split('/');
  return steps.map((step, place) => stepOf(raw.slice(0, place + 2).join('/'), step)).join(' › ');
}

/** Three words of JSON that have better ones; numbers keep every digit. */
const PLAIN: Readonly<Record<string, string>> = { null: 'none', true: 'yes', false: 'no' };

const plainValue = (json: string): string => PLAIN[json] ?? valueText(json);
