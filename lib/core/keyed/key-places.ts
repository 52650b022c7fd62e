/**
 * Where a projection declares that an array goes by key: a pointer to the array, in which `*` stands for any one step, and the
 * member of each element that is its key: `/orders` by `id`, and `lines` below each of them by `sku`.
 *
 * A step that names an element by its key is met by `*` alone. What it deliberately does not do: find keys by looking. A key
 * that is found today could be none tomorrow, and closed segments would change.
 */
import { parsePointer } from '../pointer.ts';
import { fail, ok, type Result } from '../result.ts';

/** As the configuration lists them. */
export type DeclaredKey = readonly [pattern: string, key: string];

/** What is declared for a place and for those below it. */
export class KeyPlaces {
  constructor(
    /** The member that is the key of an array at this place; null where none is declared. */
    readonly by: string | null,
    private readonly named: ReadonlyMap<string, KeyPlaces>,
    /** Below an element that is named by its key; null where nothing is declared there. */
    readonly element: KeyPlaces | null,
  ) {}

  get names(): Iterable<string> {
    return this.named.keys();
  }

  /** Below the member of an object, or an element named by its index; null where nothing is declared there. */
  member(name: string): KeyPlaces | null {
    return this.named.get(name) ?? this.element;
  }
}

/** null: nothing is declared. CS-146: a pattern is no pointer, or two give one array different keys. */
export function keyPlaces(declared: readonly DeclaredKey[]): Result<KeyPlaces | null> {
  let places: KeyPlaces | null = null;
  for (const [pattern, key] of declared) {
    const steps = parsePointer(pattern);
    if (!steps.ok) return fail('CS-146', `A key is declared for no place: ${steps.error.message}`, pattern);
    const merged = merge(places, placesOf(steps.value, key));
    if (merged === null) {
      const message = `${JSON.stringify(pattern)} gives an array the key ${JSON.stringify(key)}, and another pattern gives it another one. Keep one.`;
      return fail('CS-146', message, pattern);
    }
    places = merged;
  }
  return ok(places);
}

/** Those of a configuration that was checked; throws where {@link keyPlaces} would refuse them. */
export function checkedPlaces(declared: readonly DeclaredKey[]): KeyPlaces | null {
  const places = keyPlaces(declared);
  if (!places.ok) throw new Error(places.error.message);
  return places.value;
}

/** What a projection's hash says of its keys: the empty text where there are none, and the same in whatever order they stand. */
export function keysHash(declared: readonly DeclaredKey[]): string {
  if (declared.length === 0) return '';
  return `+keys:${JSON.stringify([...declared].sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function placesOf(steps: readonly string[], key: string): KeyPlaces {
  const [step, ...rest] = steps;
  if (step === undefined) return new KeyPlaces(key, new Map(), null);
  const below = placesOf(rest, key);
  return step === '*'
    ? new KeyPlaces(null, new Map(), below)
    : new KeyPlaces(null, new Map([[step, below]]), null);
}

/** Both together, so that each place has one answer; null where they contradict each other. */
function merge(one: KeyPlaces | null, other: KeyPlaces | null): KeyPlaces | null {
  if (one === null || other === null) return one ?? other;
  if (one.by !== null && other.by !== null && one.by !== other.by) return null;
  const element = merge(one.element, other.element);
  if (element === null && (one.element !== null || other.element !== null)) return null;
  const named = new Map<string, KeyPlaces>();
  for (const name of [...one.names, ...other.names]) {
    // What is named is also met by a star, of which either may have one.
    const below = merge(one.member(name), other.member(name));
    if (below === null) return null;
    named.set(name, below);
  }
  return new KeyPlaces(one.by ?? other.by, named, element);
}
