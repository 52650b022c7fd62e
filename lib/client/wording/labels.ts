/** What the configuration calls an entity type, its fields and the types of its events. */
import { parsePointer } from '#core';
import { pointerSteps } from '../pointer-words.ts';

export interface EntityLabels {
  /** Of the entity type; null: none is given. */
  readonly label: string | null;
  /** By JSON Pointer, in which `*` stands for any one step. */
  readonly fields: readonly (readonly [pattern: string, label: string])[];
  /** Of event types. */
  readonly events: readonly (readonly [type: string, label: string])[];
  /** Objects that are an amount of money, and the names of the two members that say it. */
  readonly money: readonly (readonly [pattern: string, amount: string, currency: string])[];
}

export const NO_LABELS: EntityLabels = { label: null, fields: [], events: [], money: [] };

/** The first label whose pattern fits the whole path; null where none does. */
export function labelOfPath({ fields }: EntityLabels, path: string): string | null {
  if (fields.length === 0) return null;
  const steps = pointerSteps(path);
  const found = fields.find(([pattern]) => fits(pattern, steps));
  return found?.[1] ?? null;
}

export function fits(pattern: string, steps: readonly string[]): boolean {
  const wanted = parsePointer(pattern);
  return (
    wanted.ok &&
    wanted.value.length === steps.length &&
    wanted.value.every((step, place) => step === '*' || step === steps[place])
  );
}

/**
 * The name of a field as a program writes it, as words: `placedAt` reads `Placed at`, `order_total` `Order total`. What does not look like
 * such a name stays as it is: a number, a code, a text with spaces, and names that are data (`react-dom`, `next.config`). Law: the letters are
 * the same, in the same order.
 */
export function humanised(name: string): string {
  return /^[a-z][a-zA-Z0-9]*(?:_[a-zA-Z0-9]+)*$/.test(name) ? words(name) : name;
}

/** The same for types of entities and events, which may start with a capital or have hyphens: `OrderShipped` reads `Order shipped`; `UPDATE` stays. */
export function humanisedType(type: string): string {
  if (/^[A-Z][a-zA-Z0-9]*$/.test(type)) return /[a-z]/.test(type) ? words(type) : type;
  return /^[a-z][a-zA-Z0-9]*(?:[_-][a-zA-Z0-9]+)*$/.test(type) ? words(type) : type;
}

function words(name: string): string {
  const text = name
    .replace(/[_-]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word, place) => (place === 0 || /^[A-Z0-9]+$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
