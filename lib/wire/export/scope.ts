/**
 * What a file is about: written into every file, so that it can be understood and checked without the page it came from.
 *
 * It says nothing of when or by whom the file was made: the same question gives the same bytes.
 */
import { formatInstant, type ProjectionLabel } from '#core';
import type { EventFilter } from '../view.ts';
import { filterWords } from './filter-words.ts';
import type { ExportWhat } from './formats.ts';

export interface ExportScope {
  readonly what: ExportWhat;
  readonly namespace: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly axis: 'recorded' | 'occurred';
  /** On the occurred axis: the newest version that was taken into account; null on the recorded one. */
  readonly upTo: number | null;
  readonly projection: ProjectionLabel;
  /** The moment before; null for a state. */
  readonly from: ScopeMoment | null;
  readonly to: ScopeMoment;
  /** Of a diff: `from` is the later moment on the axis. */
  readonly isBackwards?: boolean;
  readonly filter: EventFilter;
}

/** Version 0 is before the first event and has no times. */
export interface ScopeMoment {
  readonly version: number;
  readonly times: { readonly recordedAt: bigint; readonly occurredAt: bigint } | null;
}

/** What every file says of itself. */
export interface ExportAbout {
  readonly title: string;
  /** For programs. */
  readonly members: object;
  /** For people: name and words. */
  readonly words: readonly (readonly [name: string, words: string])[];
}

export function aboutScope(scope: ExportScope): ExportAbout {
  const title = `${scope.entityType} ${scope.entityId}: ${scope.what}`;
  return { title, members: scopeMembers(scope), words: scopeWords(scope) };
}

function scopeMembers(scope: ExportScope): object {
  const { what, namespace, entityType, entityId, axis, upTo, projection, from, to, filter } = scope;
  return {
    what,
    namespace,
    entityType,
    entityId,
    axis,
    ...(upTo === null ? {} : { upTo }),
    ...(scope.isBackwards === true ? { backwards: true } : {}),
    ...(from === null ? { at: momentMembers(to) } : { from: momentMembers(from), to: momentMembers(to) }),
    filter: {
      words: filterWords(filter),
      ...(filter.types.length === 0 ? {} : { types: filter.types }),
      ...(filter.actors.length === 0 ? {} : { actors: filter.actors }),
      ...(filter.path === null ? {} : { changed: filter.path }),
      ...(filter.text === null ? {} : { text: filter.text }),
    },
    zone: 'UTC',
    projection: { kind: projection.kind, name: projection.name, hash: projection.hash },
  };
}

function scopeWords(scope: ExportScope): readonly (readonly [name: string, words: string])[] {
  const { namespace, entityType, entityId, from, to, filter, projection } = scope;
  const moments =
    from === null
      ? ([['at', momentWords(to)]] as const)
      : ([
          ['from', momentWords(from)],
          ['to', momentWords(to)],
        ] as const);
  return [
    ['what', scope.isBackwards === true ? BACKWARDS_WORDS : WHAT_WORDS[scope.what]],
    ['namespace', namespace],
    ['entity type', entityType],
    ['entity id', entityId],
    ['axis', axisWords(scope)],
    ...moments,
    ['filter', filterWords(filter)],
    ['zone', 'UTC'],
    ['projection', projectionWords(projection)],
  ];
}

export function axisWords({ axis, upTo }: Pick<ExportScope, 'axis' | 'upTo'>): string {
  if (axis === 'recorded') return 'recorded, as it was known';
  const known = upTo === null ? '' : `; events up to version ${upTo} are taken into account`;
  return `occurred, as it happened${known}`;
}

/** Which rule made states of the events, and the hash that changes with it. */
export function projectionWords({ kind, name, hash }: ProjectionLabel): string {
  return `${kind === name ? kind : `${kind} ${name}`}, ${hash}`;
}

/** `event 812, recorded 2026-03-03T14:02:11Z, occurred 2026-03-03T14:02:09Z` */
export function momentWords({ version, times }: ScopeMoment): string {
  if (times === null) return 'before the first event';
  const { recordedAt, occurredAt } = times;
  return `event ${version}, recorded ${formatInstant(recordedAt)}, occurred ${formatInstant(occurredAt)}`;
}

function momentMembers({ version, times }: ScopeMoment): object {
  if (times === null) return { version };
  return {
    version,
    recordedAt: formatInstant(times.recordedAt),
    occurredAt: formatInstant(times.occurredAt),
  };
}

const BACKWARDS_WORDS =
  'what differs between two moments, looking back from the later one: "changed by" is the event that last changed the field between them, as time went';

const WHAT_WORDS: Readonly<Record<ExportWhat, string>> = {
  state: 'the state at one moment, and which event set what',
  diff: 'what differs between two moments',
  events: 'the events after the first moment, up to and including the second',
  changes: 'what each event after the first moment changed, up to and including the second',
};
