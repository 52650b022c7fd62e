/**
 * A shape as text that can be kept. Law: readShape(shapeText(s)) goes on as s does.
 *
 * Objects are written as lists of pairs, so that any name of a member is ordinary and their order stays.
 */
import { JSON_KINDS, type JsonKind, type Place } from './place.ts';
import { Shape } from './shape.ts';

export function shapeText({ root, dropped }: Shape): string {
  return JSON.stringify([dropped, written(root)]);
}

/** Of a text that {@link shapeText} wrote. */
export function readShape(text: string): Shape {
  const [dropped, root]: readonly [number, WrittenPlace] = JSON.parse(text);
  return new Shape(read(root), dropped);
}

type WrittenPlace = readonly [
  kinds: readonly (readonly [kind: number, count: number, first: number, last: number])[],
  before: number,
  lastAt: number,
  members: readonly (readonly [name: string, place: WrittenPlace])[] | null,
  values: WrittenPlace | null,
  elements: WrittenPlace | null,
];

function written({ kinds, before, lastAt, members, values, elements }: Place): WrittenPlace {
  return [
    kinds.map(({ kind, count, first, last }) => [JSON_KINDS.indexOf(kind), count, first, last]),
    before,
    lastAt,
    members === null ? null : [...members].map(([name, place]) => [name, written(place)]),
    values === null ? null : written(values),
    elements === null ? null : written(elements),
  ];
}

function read([kinds, before, lastAt, members, values, elements]: WrittenPlace): Place {
  return {
    kinds: kinds.map(([kind, count, first, last]) => ({ kind: kindAt(kind), count, first, last })),
    before,
    lastAt,
    members: members === null ? null : new Map(members.map(([name, place]) => [name, read(place)])),
    values: values === null ? null : read(values),
    elements: elements === null ? null : read(elements),
  };
}

function kindAt(index: number): JsonKind {
  const kind = JSON_KINDS[index];
  if (kind === undefined) throw new Error(`No type of JSON has the number ${index}.`);
  return kind;
}
