/**
 * The JSON value that folds work on.
 *
 * A number whose literal a double does not give back (`9007199254740993`, `1.10`, `1E400`) is a {@link NumberLiteral}
 * that keeps the literal; every other number is a plain number. Objects may hold any key as an own property,
 * `__proto__` included: read with `Object.hasOwn`/`Object.keys`, write with {@link setOwn}.
 *
 * What it deliberately does not do: leave `core`. Columns, worker messages and HTTP carry JSON *text* of leaves, so a
 * literal has one form everywhere and survives structured clone.
 */
export type Json = null | boolean | number | string | NumberLiteral | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A number kept as it was written. Compared by its literal: `1.10` and `1.1` are different values. */
export class NumberLiteral {
  constructor(readonly literal: string) {
    Object.freeze(this);
  }
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberLiteral)
  );
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Sets an own property whatever its name: plain assignment of `__proto__` would change the prototype instead. */
export function setOwn(target: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** The own property, or undefined; never one inherited from Object.prototype. */
export function getOwn(target: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(target, key) ? target[key] : undefined;
}
