/** The columns of a field and of everything below it, which in the order of paths stand together. */
import type { Segment } from './segment.ts';
import { countWhile } from './sorted-search.ts';

/** Indexes into the segment's paths: the path itself, where it is one, and all of its members. */
export function withMembers(segment: Segment, path: string): number[] {
  const { paths } = segment;
  const own = segment.indexOf(path);
  const from = countWhile(paths, (other) => other < `${path}/`);
  // "0" is the character after "/".
  const to = countWhile(paths, (other) => other < `${path}0`);
  const members = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  return own === -1 ? members : [own, ...members];
}

/** Whether a path is the other or lies below it. */
export const isWithin = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}/`);
