/**
 * What the payloads of one kind of event look like, by observation: every place in them, the types of JSON that stood there, how often, and
 * from where to where in the log.
 *
 * Elements of an array are one place. So are the values of an object that was seen with too many different names: it is a map. Law: however the
 * log is cut, going on from the text of a shape gives the shape of the whole; which objects are maps depends on the payloads alone and not on
 * their order.
 */
import { isJsonArray, type Json, NumberLiteral } from '../json/value.ts';
import { joinPlaces } from './join-places.ts';
import { countPlaces, type JsonKind, newPlace, type Place, seenAs, tally } from './place.ts';

export const SHAPE_LIMITS = {
  /** An object with more different names than this is a map: its values are one place. */
  names: 100,
  /** Places that are kept of one shape; values at others are counted alone. */
  places: 1_000,
} as const;

export class Shape {
  private places: number;

  constructor(
    readonly root: Place = newPlace(0),
    /** Values at places for which there was no room. */
    public dropped = 0,
    private readonly limits: { readonly names: number; readonly places: number } = SHAPE_LIMITS,
  ) {
    this.places = countPlaces(root);
  }

  /** `position` never falls. */
  add(value: Json, position: number): void {
    this.take(this.root, value, position, true);
  }

  /** `counts`: below a map nobody can say what is missing. */
  private take(place: Place, value: Json, position: number, counts: boolean): void {
    const kind = kindOf(value);
    tally(place, kind, position);
    if (isJsonArray(value)) {
      for (const element of value) {
        place.elements ??= this.room(newPlace(0));
        if (place.elements === null) this.dropped += 1;
        else this.take(place.elements, element, position, counts);
      }
    } else if (typeof value === 'object' && value !== null && !(value instanceof NumberLiteral)) {
      const times = seenAs(place, 'object')?.count ?? 0;
      for (const [name, member] of Object.entries(value))
        this.takeMember(place, name, member, position, counts ? times : 0);
    }
  }

  /** `times`: how often the object was there, this time included; 0: not counted. */
  private takeMember(place: Place, name: string, value: Json, position: number, times: number): void {
    let member = place.values ?? place.members?.get(name) ?? null;
    if (member === null) {
      place.members ??= new Map();
      if (place.members.size >= this.limits.names) {
        this.fold(place);
        member = place.values;
      } else {
        member = this.room(newPlace(Math.max(times - 1, 0)));
        if (member !== null) place.members.set(name, member);
      }
    }
    if (member === null) {
      this.dropped += 1;
      return;
    }
    const isMember = place.values === null;
    member.lastAt = isMember ? times : 0;
    this.take(member, value, position, isMember && times > 0);
  }

  private fold(place: Place): void {
    const values = newPlace(0);
    for (const member of place.members?.values() ?? []) joinPlaces(values, member, this.limits.names);
    place.members = null;
    place.values = values;
    this.places = countPlaces(this.root);
  }

  private room(place: Place): Place | null {
    if (this.places >= this.limits.places) return null;
    this.places += 1;
    return place;
  }
}

export function kindOf(value: Json): JsonKind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number' || value instanceof NumberLiteral) return 'number';
  return isJsonArray(value) ? 'array' : 'object';
}
