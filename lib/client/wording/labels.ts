/** What the configuration calls an entity type and its fields. */
import { parsePointer } from '#core';
import { pointerSteps } from '../pointer-words.ts';

export interface EntityLabels {
  /** Of the entity type; null: none is given. */
  readonly label: string | null;
  /** By JSON Pointer, in which `*` stands for any one step. */
  readonly fields: readonly (readonly [pattern: string, label: string])[];
}

export const NO_LABELS: EntityLabels = { label: null, fields: [] };

/** The first label whose pattern fits the whole path; null where none does. */
export function labelOfPath({ fields }: EntityLabels, path: string): string | null {
  if (fields.length === 0) return null;
  const steps = pointerSteps(path);
  const found = fields.find(([pattern]) => fits(pattern, steps));
  return found?.[1] ?? null;
}

function fits(pattern: string, steps: readonly string[]): boolean {
  const wanted = parsePointer(pattern);
  return (
    wanted.ok &&
    wanted.value.length === steps.length &&
    wanted.value.every((step, place) => step === '*' || step === steps[place])
  );
}

/**
 * A name as a program writes it, as words: `placedAt` reads `Placed at`, `order_total` `Order total`. What does not look like such a name
 * (a number, a code, a text with spaces) stays as it is. Law: the letters are the same, in the same order.
 */
export function humanised(name: string): string {
  if (!/^[a-z][a-zA-Z0-9]*(?:[_-][a-zA-Z0-9]+)*$/.test(name)) return name;
  const words = name
    .replace(/[_-]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word, place) => (place === 0 || /^[A-Z0-9]+$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
