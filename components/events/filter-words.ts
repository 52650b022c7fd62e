/** A filter as chips: what each part says, and the filter without it. */
import type { Wording } from '#client/wording/wording';
import type { EventFilter } from '#wire';

export interface FilterChip {
  readonly key: string;
  /** What kind of part it is, as it is said in front. */
  readonly kind: 'type' | 'by' | 'changed' | 'text';
  readonly text: string;
  /** What is filtered by as it was written, where the text says it in words. */
  readonly exact?: string;
  /** The filter that is left when it goes. */
  readonly without: EventFilter;
}

export const NO_ACTOR = 'no actor';

export function chipsOf(
  filter: EventFilter,
  { eventOf, nameOf }: Pick<Wording, 'eventOf' | 'nameOf'>,
): readonly FilterChip[] {
  const { types, actors, path, text } = filter;
  const chips: FilterChip[] = [
    ...types.map((type) => ({
      key: `type ${type}`,
      kind: 'type' as const,
      text: eventOf(type),
      exact: type,
      without: { ...filter, types: types.filter((other) => other !== type) },
    })),
    ...actors.map((actor) => ({
      key: `by ${actor}`,
      kind: 'by' as const,
      text: actor === '' ? NO_ACTOR : actor,
      without: { ...filter, actors: actors.filter((other) => other !== actor) },
    })),
  ];
  if (path !== null)
    chips.push({
      key: 'changed',
      kind: 'changed',
      text: nameOf(path),
      without: { ...filter, path: null },
    });
  if (text !== null) chips.push({ key: 'text', kind: 'text', text, without: { ...filter, text: null } });
  return chips;
}

/** With the name where it was not in the list, without where it was. */
export function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}
