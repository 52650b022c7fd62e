/** A shape as a list of its places, each behind the one that it is in: what a page draws as a tree. */
import { formatStep } from '../pointer.ts';
import { type JsonKind, type Place, seenAs } from './place.ts';
import type { Shape } from './shape.ts';

/** `member` of an object, `value` of a map, `element` of an array; the whole payload is the `document`. */
export type PlaceIn = 'document' | 'member' | 'value' | 'element';

export interface ShapeField {
  /** A JSON Pointer, in which `*` stands for the values of a map and the elements of an array. */
  readonly path: string;
  /** Last step of the path, unescaped. */
  readonly name: string;
  readonly placeIn: PlaceIn;
  readonly depth: number;
  readonly kinds: readonly {
    readonly kind: JsonKind;
    readonly count: number;
    readonly first: number;
    readonly last: number;
  }[];
  /** All values at the place. */
  readonly count: number;
  /** How many objects, maps or arrays there were around it. */
  readonly around: number;
  /** Of a member: how many objects in front of its first and behind its last had none; null: not counted. */
  readonly missing: { readonly before: number; readonly after: number } | null;
}

export function fieldsOf({ root }: Shape): readonly ShapeField[] {
  const fields: ShapeField[] = [];
  add(fields, root, {
    path: '',
    name: '',
    placeIn: 'document',
    depth: 0,
    around: countOf(root),
    isBelowMap: false,
  });
  return fields;
}

interface Found extends Pick<ShapeField, 'path' | 'name' | 'placeIn' | 'depth' | 'around'> {
  readonly isBelowMap: boolean;
}

function add(fields: ShapeField[], place: Place, found: Found): void {
  const { isBelowMap, ...at } = found;
  const isCounted = at.placeIn === 'member' && !isBelowMap;
  const missing = isCounted ? { before: place.before, after: at.around - place.lastAt } : null;
  fields.push({ ...at, kinds: place.kinds, count: countOf(place), missing });
  const below = (name: string, placeIn: PlaceIn, kind: JsonKind): Found => ({
    path: `${at.path}${formatStep(name)}`,
    name,
    placeIn,
    depth: at.depth + 1,
    around: seenAs(place, kind)?.count ?? 0,
    isBelowMap: isBelowMap || placeIn === 'value',
  });
  for (const [name, member] of place.members ?? []) add(fields, member, below(name, 'member', 'object'));
  if (place.values !== null) add(fields, place.values, below('*', 'value', 'object'));
  if (place.elements !== null) add(fields, place.elements, below('*', 'element', 'array'));
}

const countOf = ({ kinds }: Place): number => kinds.reduce((sum, { count }) => sum + count, 0);
