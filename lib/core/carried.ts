/**
 * What an event carries beside what the state has of it: the reason for which a limit was raised, who had been asked before.
 *
 * Law: every leaf is one of the payload, and a payload that is itself in the state leaves none.
 */
import type { LeafText } from './history/history.ts';
import type { Json } from './json/value.ts';
import { isKeyStep, writtenKey } from './keyed/leaf-path.ts';
import { leavesOf } from './leaf.ts';

/**
 * A value that the state after the event has under the same name is told by it, and so is one that names an element there; nothing
 * (`null`, an empty list) says nothing. Ascending by path. A state may be large and there is one for each event: it is gone through once.
 */
export function carriedBeside(payload: Json, state: readonly LeafText[]): readonly LeafText[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const left = leavesOf(payload).filter(({ text }) => !SAYS_NOTHING.has(text));
  const texts = new Set(left.map(({ text }) => text));
  const told = new Set<string>();
  const keys = new Set<string>();
  for (const { path, text } of left.length === 0 ? [] : state) {
    if (texts.has(text)) told.add(named(path, text));
    if (path.includes('/~')) for (const step of path.split('/')) if (isKeyStep(step)) keys.add(step);
  }
  return left.filter(({ path, text }) => !told.has(named(path, text)) && !keys.has(keyStep(text)));
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['null', '{}', '[]', '""']);

const named = (path: string, text: string): string => `${path.slice(path.lastIndexOf('/') + 1)} ${text}`;

/** To the element that has the value as its key. */
const keyStep = (text: string): string =>
  text.startsWith('"') ? writtenKey(String(JSON.parse(text))) : `~:${text}`;
