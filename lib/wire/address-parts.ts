/** The parts of an address, each read by itself: one that cannot be read is left out and named. */
export interface AddressParts {
  /** Parts that could not be read, as `name=value`; it grows with every one that is read. */
  readonly ignored: string[];
  /** What `accept` makes of the part; null: it is not there, or `accept` answers undefined and it is named. */
  read<T>(name: string, accept: (value: string) => T | undefined): T | null;
  pick<T extends string>(name: string, allowed: readonly T[]): T | null;
}

/** What an address says, and what of it says nothing. */
export interface Parsed<V> {
  readonly view: V;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export function partsOf(params: URLSearchParams): AddressParts {
  const ignored: string[] = [];
  const read: AddressParts['read'] = (name, accept) => {
    const value = params.get(name);
    if (value === null) return null;
    const accepted = accept(value);
    if (accepted === undefined) ignored.push(`${name}=${value}`);
    return accepted ?? null;
  };
  const pick: AddressParts['pick'] = (name, allowed) =>
    read(name, (value) => allowed.find((candidate) => candidate === value));
  return { ignored, read, pick };
}

/** Puts what could not be read of one address into another that takes its place, where it is told as well. */
export function withIgnored(params: URLSearchParams, ignored: readonly string[]): URLSearchParams {
  const both = new URLSearchParams(params);
  for (const part of ignored) {
    const end = part.indexOf('=');
    both.set(part.slice(0, end), part.slice(end + 1));
  }
  return both;
}
