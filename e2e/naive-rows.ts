/** The rows that the tree of a state must have, written down from the JSON itself: the slow, plain way. */
import type { StateRow } from './stop.ts';

/**
 * Members by key in UTF-16 order; a container is the number of its members, but a list that holds no other containers is one
 * value. The root itself is no row.
 */
export function naiveRows(state: unknown): readonly StateRow[] {
  return membersOf(state).flatMap(([key, value]) => rowsOf(`/${escaped(key)}`, value));
}

function rowsOf(path: string, value: unknown): readonly StateRow[] {
  const members = membersOf(value);
  if (members.length === 0 || isPlainList(value)) return [[path, JSON.stringify(value)]];
  const size = Array.isArray(value) ? `[${members.length}]` : `{${members.length}}`;
  return [[path, size], ...members.flatMap(([key, member]) => rowsOf(`${path}/${escaped(key)}`, member))];
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  return Array.isArray(value) ? members : members.sort(([one], [other]) => (one < other ? -1 : 1));
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((member) => typeof member !== 'object' || member === null);
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
