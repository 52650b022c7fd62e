/** Which events are shown, in words: for files, for paper and for the screen. */
import { type EventFilter, isFiltering } from '../view.ts';

/** `only events of type "A" or "B", by "alice", that changed /status`; `none, every event` where nothing is asked for. */
export function filterWords(filter: EventFilter): string {
  if (!isFiltering(filter)) return 'none, every event';
  const parts = [
    ...(filter.types.length === 0 ? [] : [`of type ${anyOf(filter.types)}`]),
    ...(filter.actors.length === 0 ? [] : [`by ${anyOf(filter.actors, 'nobody named')}`]),
    ...(filter.path === null ? [] : [`that changed ${filter.path === '' ? 'anything' : filter.path}`]),
    ...(filter.text === null ? [] : [`that hold the text ${JSON.stringify(filter.text)}`]),
  ];
  return `only events ${parts.join(', ')}`;
}

function anyOf(names: readonly string[], empty = '""'): string {
  return names.map((name) => (name === '' ? empty : JSON.stringify(name))).join(' or ');
}
