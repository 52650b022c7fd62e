/**
 * Turns what a reducer gave back into frozen plain JSON, or says at which path it is not JSON.
 *
 * Law: the result is deeply frozen and JSON.parse(JSON.stringify(result)) gives the same value. Keys are put in order, so that a
 * fold that goes on from a stored state sees what one from the first event on would see. A part that came out of here
 * before is taken over as it is, so a reducer that spreads its state costs only what it changed.
 */
import { formatPointer, type Json, LIMITS, setOwn } from '#core';

/** Names the path (RFC 6901) and what stands there. */
export class NotJson extends Error {}

const known = new WeakSet<object>();

export function plainJson(value: unknown): Json {
  return copy(value, [], new Set());
}

function copy(value: unknown, path: string[], open: Set<object>): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (typeof value !== 'object') throw new NotJson(`${nameOf(value)} at ${placeOf(path)}`);
  if (known.has(value)) return value as Json;
  if (open.has(value)) throw new NotJson(`a cycle at ${placeOf(path)}`);
  if (open.size >= LIMITS.stateDepth)
    throw new NotJson(`more than ${LIMITS.stateDepth} levels at ${placeOf(path)}`);
  open.add(value);
  const plain = Array.isArray(value) ? copyArray(value, path, open) : copyObject(value, path, open);
  open.delete(value);
  known.add(Object.freeze(plain));
  return plain;
}

function copyArray(value: readonly unknown[], path: string[], open: Set<object>): Json[] {
  const plain: Json[] = [];
  for (let index = 0; index < value.length; index += 1) {
    if (!Object.hasOwn(value, index)) throw new NotJson(`a hole at ${placeOf([...path, String(index)])}`);
    path.push(String(index));
    plain.push(copy(value[index], path, open));
    path.pop();
  }
  return plain;
}

function copyObject(value: object, path: string[], open: Set<object>): { [key: string]: Json } {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotJson(`${nameOf(value)} at ${placeOf(path)}`);
  if (Object.getOwnPropertySymbols(value).length > 0)
    throw new NotJson(`a symbol as a key at ${placeOf(path)}`);
  const plain: { [key: string]: Json } = {};
  for (const key of Object.keys(value).sort()) {
    path.push(key);
    setOwn(plain, key, copy(Reflect.get(value, key), path, open));
    path.pop();
  }
  return plain;
}

function nameOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  if (typeof Reflect.get(value, 'then') === 'function') return 'a Promise (reducers are synchronous)';
  const maker: unknown = Reflect.get(value, 'constructor');
  return typeof maker === 'function' && maker.name !== ''
    ? `an instance of ${maker.name}`
    : 'an object with a prototype';
}

function placeOf(path: readonly string[]): string {
  return path.length === 0 ? 'the top' : formatPointer([...path]);
}
