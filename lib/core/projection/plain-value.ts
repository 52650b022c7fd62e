/**
 * What people's own functions (reducers, upcasters) give back, checked to be JSON.
 *
 * JSON.stringify would quietly turn a Date into a string, drop undefined and write NaN as null: an auditor must not be shown a
 * state that the function did not give, so all of these are refused, with their place.
 */
import { type Json, setOwn } from '../json/value.ts';
import { fail, ok, type Result } from '../result.ts';

/** The depth that no document can reach and a value that contains itself does. */
const MAX_DEPTH = 512;

/** CS-143: not JSON; the place is the pointer to the first part that is not. The answer shares nothing with the value. */
export function jsonOfPlain(value: unknown): Result<Json> {
  try {
    return ok(copy(value, '', 0));
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

function copy(value: unknown, place: string, depth: number): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJson(String(value), place);
    // Negative zero has no text of its own in JSON.stringify, so it would not come back from a leaf.
    return value === 0 ? 0 : value;
  }
  if (typeof value !== 'object') throw new NotJson(typeof value, place);
  if (depth > MAX_DEPTH) throw new NotJson('A value nested too deep', place);
  if (Array.isArray(value)) {
    return Array.from(value, (member: unknown, index) => copy(member, `${place}/${index}`, depth + 1));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!isPlainPrototype(prototype))
    throw new NotJson(`A ${value.constructor?.name ?? 'special'} object`, place);
  const object: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    setOwn(object, key, copy(member, `${place}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`, depth + 1));
  }
  return object;
}

/** Object.prototype of any realm (a worker or a VM context has its own), or none. */
function isPlainPrototype(prototype: unknown): boolean {
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
}
