/** One place in the payloads of a kind of event, and what was seen there. */
export const JSON_KINDS = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

export type JsonKind = (typeof JSON_KINDS)[number];

/** One type of JSON at one place: how many values, and the positions of the first and the last. */
export interface SeenKind {
  readonly kind: JsonKind;
  count: number;
  first: number;
  last: number;
}

export interface Place {
  /** In the order in which they were first seen. */
  readonly kinds: SeenKind[];
  /** How often the object around it was there before it first had this member. */
  before: number;
  /** How often the object around it had been there when it last had this member. */
  lastAt: number;
  /** Of an object; null: none yet, or its names are too many. */
  members: Map<string, Place> | null;
  /** Of an object that is a map. */
  values: Place | null;
  /** Of an array. */
  elements: Place | null;
}

export const newPlace = (before: number): Place => ({
  kinds: [],
  before,
  lastAt: 0,
  members: null,
  values: null,
  elements: null,
});

export function tally({ kinds }: Place, kind: JsonKind, position: number): void {
  const known = kinds.find((one) => one.kind === kind);
  if (known === undefined) kinds.push({ kind, count: 1, first: position, last: position });
  else {
    known.count += 1;
    known.last = position;
  }
}

export const seenAs = ({ kinds }: Place, kind: JsonKind): SeenKind | undefined =>
  kinds.find((one) => one.kind === kind);

/** Itself and all below it. */
export function countPlaces(place: Place): number {
  let count = 1;
  for (const member of place.members?.values() ?? []) count += countPlaces(member);
  if (place.values !== null) count += countPlaces(place.values);
  if (place.elements !== null) count += countPlaces(place.elements);
  return count;
}
