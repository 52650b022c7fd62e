/**
 * Reads the fields of an encoded history, each checked to be what the format says.
 *
 * It throws {@link Damage}, which decodeHistory turns into a refusal: a Result at every member of every column would cost more
 * than all the rest of the reading.
 */
export class Damage extends Error {
  constructor(
    readonly field: string,
    what: string,
  ) {
    super(`${field} ${what}`);
  }
}

export class Fields {
  private readonly members: ReadonlyMap<string, unknown>;

  constructor(value: unknown, name = 'history') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Damage(name, 'is not an object');
    }
    this.members = new Map(Object.entries(value));
  }

  fields(name: string): Fields {
    return new Fields(this.members.get(name), name);
  }

  text(name: string): string {
    const value = this.members.get(name);
    if (typeof value !== 'string') throw new Damage(name, 'is not a text');
    return value;
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[]): T {
    return memberOf(name, this.members.get(name), allowed);
  }

  list(name: string): readonly unknown[] {
    const value = this.members.get(name);
    if (!Array.isArray(value)) throw new Damage(name, 'is not a list');
    return value;
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => {
      if (typeof value !== 'string') throw new Damage(name, 'holds something that is not a text');
      return value;
    });
  }

  /** Integers from lowest to highest, as many as `length` says. */
  integers(name: string, length: number, lowest: number, highest: number): readonly number[] {
    const list = this.list(name);
    demandLength(name, list, length);
    return list.map((value) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < lowest || value > highest) {
        throw new Damage(name, `holds ${JSON.stringify(value)}, which is outside ${lowest} to ${highest}`);
      }
      return value;
    });
  }

  /** 64-bit integers; those beyond 2^53 are written as decimal text. */
  bigints(name: string, length: number): readonly bigint[] {
    const list = this.list(name);
    demandLength(name, list, length);
    return list.map((value) => {
      const isWritten = typeof value === 'string' && /^-?\d{16,20}$/.test(value);
      if (!isWritten && !Number.isSafeInteger(value))
        throw new Damage(name, 'holds something that is no integer');
      return BigInt(isWritten ? value : Number(value));
    });
  }
}

export function memberOf<const T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Damage(name, `is none of ${allowed.join(', ')}`);
  return found;
}

function demandLength(name: string, list: readonly unknown[], length: number): void {
  if (list.length !== length) throw new Damage(name, `has ${list.length} members instead of ${length}`);
}
