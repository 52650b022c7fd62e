/**
 * Puts what was seen at one place to what was seen at another: both turned out to be values of one map.
 *
 * Below a map nothing is counted against the object around it, since of its members nobody knows which of the maps had which.
 */
import { newPlace, type Place } from './place.ts';

/** Into `to`; `from` is not to be used again. */
export function joinPlaces(to: Place, from: Place, mostNames: number): void {
  to.before = 0;
  to.lastAt = 0;
  joinKinds(to, from);
  if (from.elements !== null) {
    to.elements ??= newPlace(0);
    joinPlaces(to.elements, from.elements, mostNames);
  }
  joinMembers(to, from, mostNames);
}

function joinKinds(to: Place, from: Place): void {
  for (const seen of from.kinds) {
    const known = to.kinds.find(({ kind }) => kind === seen.kind);
    if (known === undefined) to.kinds.push({ ...seen });
    else {
      known.count += seen.count;
      known.first = Math.min(known.first, seen.first);
      known.last = Math.max(known.last, seen.last);
    }
  }
}

function joinMembers(to: Place, from: Place, mostNames: number): void {
  const names = new Set([...(to.members?.keys() ?? []), ...(from.members?.keys() ?? [])]);
  if (to.values !== null || from.values !== null || names.size > mostNames) {
    const values = to.values ?? newPlace(0);
    for (const place of [...(to.members?.values() ?? []), ...(from.members?.values() ?? [])])
      joinPlaces(values, place, mostNames);
    if (from.values !== null) joinPlaces(values, from.values, mostNames);
    to.members = null;
    to.values = values;
    return;
  }
  for (const [name, place] of from.members ?? []) {
    to.members ??= new Map();
    const member = to.members.get(name) ?? newPlace(0);
    to.members.set(name, member);
    joinPlaces(member, place, mostNames);
  }
}
