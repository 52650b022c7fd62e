/** Collects what is wrong with a configuration, so that one start names all of it. */
export class Problems {
  readonly list: string[] = [];

  /** Answers the empty list, for callers that leave the faulty part out. */
  add(problem: string): [] {
    this.list.push(problem);
    return [];
  }

  /** The value as a record; an empty one, and a problem, where it is none. */
  record(value: unknown, name: string): Readonly<Record<string, unknown>> {
    if (isRecord(value)) return value;
    this.add(`${name} is not an object`);
    return {};
  }

  onlyKeys(record: Readonly<Record<string, unknown>>, allowed: readonly string[], at: string): void {
    for (const key of Object.keys(record)) {
      if (!allowed.includes(key)) this.add(`${at}${key} is not known here; known are ${allowed.join(', ')}`);
    }
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function entriesOf(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record);
}
