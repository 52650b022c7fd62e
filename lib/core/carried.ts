/**
 * What an event carries beside what the state has of it: the reason for which a limit was raised, who had been asked before.
 *
 * Law: every leaf is one of the payload, and a payload that is itself in the state leaves none.
 */
import type { LeafText } from './history/history.ts';
import type { Json } from './json/value.ts';
import { leavesOf } from './leaf.ts';

/**
 * Values that the state after the event has under the same name are told by it, and so are those that stand in its paths as the key of
 * an element; nothing (`null`, an empty list) says nothing. Ascending by path.
 */
export function carriedBeside(payload: Json, state: readonly LeafText[]): readonly LeafText[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const told = new Set(state.map(({ path, text }) => `${lastStep(path)} ${text}`));
  const steps = new Set(state.flatMap(({ path }) => path.split('/').map(withoutMark)));
  return leavesOf(payload).filter(
    ({ path, text }) =>
      !SAYS_NOTHING.has(text) && !told.has(`${lastStep(path)} ${text}`) && !steps.has(bare(text)),
  );
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['null', '{}', '[]', '""']);

const lastStep = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Steps that are keys of elements begin with a mark (see keyed/leaf-path.ts). */
const withoutMark = (step: string): string => (/^~[=:]/.test(step) ? step.slice(2) : step);

/** As it would stand in a path. */
function bare(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/~/g, '~0').replace(/\//g, '~1') : text;
}
