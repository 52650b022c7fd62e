/** Where an export is to be had, how its file is called and how many rows it has: from what is chosen on screen. */
import { type EventFilter, entityApiPath, isFiltering } from '#wire';
import { type ExportFormat, type ExportWhat, exportFileName } from '#wire/export';
import type { EntityName } from './entity-href.ts';

/** A moment by its version, which a link keeps for ever, and by its place on the axis, by which events are counted. */
export interface ExportMoment {
  readonly version: number;
  readonly ordinal: number;
}

export interface ExportSource {
  readonly entity: EntityName;
  readonly axis: 'recorded' | 'occurred';
  /** Newest version that is taken into account. */
  readonly known: number;
  readonly filter: EventFilter;
}

export interface ExportChoice {
  readonly what: ExportWhat;
  readonly format: ExportFormat;
  /** null: a state. */
  readonly from: ExportMoment | null;
  readonly to: ExportMoment;
}

export interface ExportLink {
  readonly path: string;
  readonly name: string;
  /** Events that go into it; null where they have not been counted, or where it has none. */
  readonly events: number | null;
}

export function exportLink(source: ExportSource, choice: ExportChoice): ExportLink {
  const { entity, axis, known } = source;
  const { what, format, from, to } = choice;
  const listsEvents = what === 'events' || what === 'changes';
  const [first, last] = listsEvents && from !== null && from.ordinal > to.ordinal ? [to, from] : [from, to];
  const params = new URLSearchParams({ what, format, axis });
  if (entity.namespace !== 'main') params.set('ns', entity.namespace);
  // A late event rewrites what lies before it, so the link says how much was known.
  if (axis === 'occurred') params.set('upto', String(known));
  if (first === null) params.set('at', String(last.version));
  else params.set('from', String(first.version));
  if (first !== null) params.set('to', String(last.version));
  const filter = listsEvents ? source.filter : null;
  for (const type of filter?.types ?? []) params.append('type', type);
  for (const actor of filter?.actors ?? []) params.append('actor', actor);
  if (filter !== null && filter.path !== null) params.set('changed', filter.path);
  if (filter !== null && filter.text !== null) params.set('text', filter.text);
  const filtered = filter !== null && isFiltering(filter);
  return {
    path: `${entityApiPath(entity.type, entity.id, '/export')}?${params}`,
    name: exportFileName({
      type: entity.type,
      id: entity.id,
      what,
      format,
      axis,
      from: first?.version ?? null,
      to: last.version,
      filtered,
    }),
    events: !listsEvents || filtered ? null : last.ordinal - (first?.ordinal ?? 0),
  };
}
