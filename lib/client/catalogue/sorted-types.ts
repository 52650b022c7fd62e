/** The event types that a view shows, in its order. */
import type { EventTypeAnswer, TypesView } from '#wire';
import { microsOf } from '../search/micros-of.ts';

/** Those whose name, or that of one of their entity types, holds the text, letters in either case. */
export function sortedTypes(
  types: readonly EventTypeAnswer[],
  { text, sort, time }: Pick<TypesView, 'text' | 'sort' | 'time'>,
): readonly EventTypeAnswer[] {
  const wanted = text.toLowerCase();
  const holds = (name: string) => name.toLowerCase().includes(wanted);
  const found = types.filter(
    ({ type, entityTypes }) => holds(type) || entityTypes.some(({ entityType }) => holds(entityType)),
  );
  const isRecorded = time.axis === 'recorded';
  const first = (one: EventTypeAnswer) => microsOf(isRecorded ? one.firstRecorded : one.firstOccurred);
  const last = (one: EventTypeAnswer) => microsOf(isRecorded ? one.lastRecorded : one.lastOccurred);
  switch (sort) {
    case 'name':
      return found.toSorted((a, b) => inOrder(a.type, b.type));
    case 'first':
      return found.toSorted((a, b) => inOrder(first(a), first(b)) || inOrder(a.type, b.type));
    case 'last':
      return found.toSorted((a, b) => inOrder(last(b), last(a)) || inOrder(a.type, b.type));
    default:
      return found;
  }
}

function inOrder<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
