/** Which events are shown, in words: for files, for paper and for the screen. */
import { type EventFilter, isFiltering } from '../view.ts';

/** How the words call a type of event and a field. */
export interface FilterNames {
  type(type: string): string;
  field(path: string): string;
}

/** As the log has them. */
export const AS_WRITTEN: FilterNames = { type: (type) => JSON.stringify(type), field: (path) => path };

/** `only events of type "A" or "B", by "alice", that changed /status`; `none, every event` where nothing is asked for. */
export function filterWords(filter: EventFilter, names: FilterNames = AS_WRITTEN): string {
  if (!isFiltering(filter)) return 'none, every event';
  const parts = [
    ...(filter.types.length === 0 ? [] : [`of type ${filter.types.map(names.type).join(' or ')}`]),
    ...(filter.actors.length === 0 ? [] : [`by ${anyOf(filter.actors)}`]),
    ...(filter.path === null
      ? []
      : [`that changed ${filter.path === '' ? 'anything' : names.field(filter.path)}`]),
    ...(filter.text === null ? [] : [`that hold the text ${JSON.stringify(filter.text)}`]),
  ];
  return `only events ${parts.join(', ')}`;
}

function anyOf(actors: readonly string[]): string {
  return actors.map((actor) => (actor === '' ? 'nobody named' : JSON.stringify(actor))).join(' or ');
}
