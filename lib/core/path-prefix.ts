/**
 * Paths that are spelled on the way out of a walk: what differs is found with the path it has below the member, and every member
 * above puts its step in front. So a member that is the same on both sides costs no spelling, and most members are.
 */
import { formatStep } from './pointer.ts';

export interface Placed {
  path: string;
  /** The second place of an operation that has two. */
  from?: string;
}

/** Puts a member's name in front of the paths found from an index of the list on. */
export function placeBelow(found: readonly Placed[], from: number, name: string | number): void {
  if (found.length === from) return;
  const step = typeof name === 'number' ? `/${name}` : formatStep(name);
  for (let index = from; index < found.length; index += 1) {
    const placed = found[index];
    if (placed === undefined) continue;
    placed.path = step + placed.path;
    if (placed.from !== undefined) placed.from = step + placed.from;
  }
}
