/** Paths of fields in their canonical writing: pointers, and with points between the names where a payload's names are plain. */
import { isKeyStep } from '../keyed/leaf-path.ts';
import type { PathPattern } from './query.ts';
import { nameText } from './quoting.ts';

export function pathText({ steps }: PathPattern): string {
  return steps.length === 0 ? '""' : steps.map((step) => `/${step === null ? '*' : stepText(step)}`).join('');
}

export function payloadPathText(path: PathPattern): string {
  const arePlain = path.steps.length > 0 && path.steps.every((step) => step === null || PLAIN.test(step));
  return arePlain ? path.steps.map((step) => step ?? '*').join('.') : pathText(path);
}

/** The two units that open a key mean nothing else in a path, so they need no quotes. */
function stepText(step: string): string {
  if (step === '') return '';
  const rest = isKeyStep(step) ? step.slice(2) : step;
  return rest === '' || nameText(rest) === rest ? step : nameText(step);
}

const PLAIN = /^(?:[A-Za-z_][\w-]*|\d+)$/;
