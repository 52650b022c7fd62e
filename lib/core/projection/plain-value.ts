/**
 * What people's own functions (reducers, upcasters) give back, checked to be JSON.
 *
 * JSON.stringify would quietly turn a Date into a string, drop undefined and write NaN as null: an auditor must not be shown a
 * state that the function did not give, so all of these are refused, with their place.
 */
import { type Json, setOwn } from '../json/value.ts';
import { LIMITS } from '../limits.ts';
import { formatPointer } from '../pointer.ts';
import { fail, ok, type Result } from '../result.ts';

/** CS-143: not JSON; the place is the pointer to the first part that is not. The answer shares nothing with the value. */
export function jsonOfPlain(value: unknown): Result<Json> {
  try {
    return ok(new Copier().copy(value, '', 0));
  } catch (error) {
    if (error instanceof NotJson) return fail('CS-143', `${error.message} is not JSON`, error.place);
    throw error;
  }
}

class NotJson extends Error {
  constructor(
    what: string,
    readonly place: string,
  ) {
    super(`${what} at ${place === '' ? 'the top' : place}`);
  }
}

class Copier {
  private parts = 0;

  copy(value: unknown, place: string, depth: number): Json {
    // A value may contain itself, or one part so often that walking it would never end.
    this.parts += 1;
    if (depth > LIMITS.stateDepth || this.parts > MAX_PARTS) throw new NotJson('A value without end', place);
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return finite(value, place);
    if (typeof value !== 'object') throw new NotJson(typeof value, place);
    if (Array.isArray(value)) {
      return Array.from(value, (member: unknown, index) => this.copy(member, `${place}/${index}`, depth + 1));
    }
    if (!isPlain(value)) throw new NotJson(`A ${value.constructor?.name ?? 'special'} object`, place);
    const object: Record<string, Json> = {};
    for (const [key, member] of Object.entries(value)) {
      setOwn(object, key, this.copy(member, place + formatPointer([key]), depth + 1));
    }
    return object;
  }
}

const MAX_PARTS = 4 * LIMITS.stateKeys;

/** Negative zero has no text of its own, so it would not come back from a leaf. */
function finite(value: number, place: string): number {
  if (!Number.isFinite(value)) throw new NotJson(String(value), place);
  return value === 0 ? 0 : value;
}

/** Made by `{}` in any realm (a worker or a VM context has its own Object.prototype), or without a prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
}
