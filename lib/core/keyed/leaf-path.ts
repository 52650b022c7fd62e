/**
 * The paths of leaves: RFC 6901 pointers in which a step may name an element of an array by its key.
 *
 * `/lines/~=A-100/quantity` is the quantity of the line whose key is the text `A-100`; `~:` stands before a key that is a number
 * or a boolean, as JSON writes it (`/lines/~:17`, `/lines/~:1.10`). In a pointer `~` is followed by 0 or 1 and by nothing else, so no
 * key of an object can be taken for such a step, and a path without one is a pointer, letter for letter.
 *
 * Law: parsePath(formatPath(steps)) = steps, and formatPath(parsePath(text)) = text.
 */
import { numberOf } from '../json/number.ts';
import { type Json, NumberLiteral } from '../json/value.ts';
import { escapeStep, parsePointer, unescapeStep } from '../pointer.ts';
import { fail, ok, type Result } from '../result.ts';

/** A member by its name or index, or an element by its key, which is a text, a number or a boolean. */
export type PathStep = { readonly name: string } | { readonly key: ElementKey };

export type ElementKey = string | number | boolean | NumberLiteral;

/** Fails with CS-106; the place is the offset in UTF-16 units where there is one. */
export function parsePath(text: string): Result<PathStep[]> {
  if (!text.includes('~=') && !text.includes('~:')) {
    const pointer = parsePointer(text);
    return pointer.ok ? ok(pointer.value.map((name) => ({ name }))) : pointer;
  }
  if (!text.startsWith('/')) return parsePointer(text) as Result<never>;
  const steps: PathStep[] = [];
  for (const written of text.slice(1).split('/')) {
    const step = readStep(written);
    if (step === null)
      return fail('CS-106', `${JSON.stringify(text)} has a step that is none: ${JSON.stringify(written)}.`);
    steps.push(step);
  }
  return ok(steps);
}

export function formatPath(steps: readonly PathStep[]): string {
  return steps.map((step) => `/${'name' in step ? escapeStep(step.name) : writtenKey(step.key)}`).join('');
}

/** Whether leaves can have this path. */
export function isPath(text: string): boolean {
  return text === '' || (text.startsWith('/') && (!text.includes('~') || parsePath(text).ok));
}

/** Whether a step, as it is written between two slashes, names an element by its key. */
export function isKeyStep(written: string): boolean {
  return written.startsWith('~=') || written.startsWith('~:');
}

/** The step to the element with this key, as it is written behind a slash. */
export function writtenKey(key: ElementKey): string {
  if (typeof key === 'string') return `~=${escapeStep(key)}`;
  return `~:${key instanceof NumberLiteral ? key.literal : key}`;
}

/** null and everything that has members cannot be a key. */
export function isElementKey(value: Json | undefined): value is ElementKey {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof NumberLiteral
  );
}

function readStep(written: string): PathStep | null {
  const isKey = isKeyStep(written);
  const rest = isKey ? written.slice(2) : written;
  if (isKey && written[1] === ':') return readLiteral(rest);
  if (/~(?![01])/.test(rest)) return null;
  return isKey ? { key: unescapeStep(rest) } : { name: unescapeStep(rest) };
}

function readLiteral(text: string): PathStep | null {
  if (text === 'true' || text === 'false') return { key: text === 'true' };
  return NUMBER.test(text) ? { key: numberOf(text) } : null;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
