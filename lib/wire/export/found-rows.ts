/** The rows of a search as people take them along: what the API says of a found event, with what the event says. */
import type { FoundEventAnswer } from '../found-events.ts';
import type { Cell } from './csv.ts';
import type { ExportShape } from './rows.ts';
import type { ExportAbout } from './scope.ts';

export interface FoundRow extends FoundEventAnswer {
  readonly schemaVersion: number;
  readonly payloadFormat: string;
  /** The exact text that came in. */
  readonly payload: string;
  readonly metadata: string | null;
  readonly sourceRef: string | null;
  readonly leafHash: string;
}

export const FOUND_SHAPE: ExportShape<FoundRow> = {
  member: 'events',
  columns: [
    'position',
    'entity type',
    'entity id',
    'version',
    'type',
    'actor',
    'recorded at',
    'occurred at',
    'fields changed',
    'first changes',
    'marks',
    'event id',
    'source',
    'source place',
    'correlation id',
    'causation id',
    'schema version',
    'payload format',
    'payload',
    'metadata',
    'leaf sha256',
  ],
  json: (row) => JSON.stringify(row),
  cells: (row) => [
    { number: row.position },
    row.entityType,
    row.entityId,
    number(row.version),
    row.type,
    row.actor,
    row.recordedAt,
    row.occurredAt,
    row.changed === null ? null : number(row.changed),
    changesInWords(row),
    foundMarks(row),
    row.eventId,
    row.source,
    row.sourceRef,
    row.correlationId,
    row.causationId,
    number(row.schemaVersion),
    row.payloadFormat,
    row.payload,
    row.metadata,
    row.leafHash,
  ],
};

const number = (value: number): Cell => ({ number: String(value) });

/** `/status = "open"; /note is gone; 3 more` */
export function changesInWords({ changes, changed }: Pick<FoundRow, 'changes' | 'changed'>): string {
  if (changed === null) return 'not known yet';
  const said = changes.map(({ path, value, isCut }) =>
    value === null ? `${path} is gone` : `${path} = ${value}${isCut ? '…' : ''}`,
  );
  const more = changed - changes.length;
  return [...said, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** What is worth knowing before an event is trusted; empty where there is nothing. */
export function foundMarks(row: FoundRow): string {
  return [
    ...(row.removed ? ['the entity is gone after it'] : []),
    ...(row.late ? ['late'] : []),
    ...(row.outOfOrder ? ['the recording clock went back'] : []),
    ...(row.recordedIsOurs ? ['recorded time is that of the import'] : []),
    ...(row.occurredIsOurs ? ['occurred time is that of recording'] : []),
  ].join('; ');
}

export interface SearchScope {
  readonly namespace: string;
  /** As canonical text, so that relative times are instants. */
  readonly query: string;
  readonly sort: 'recorded' | 'occurred' | 'position';
  readonly direction: 'asc' | 'desc';
  /** Up to where the log was searched. */
  readonly searchedTo: bigint;
}

/** What such a file says of itself. */
export function aboutSearch(scope: SearchScope): ExportAbout {
  const { namespace, query, sort, direction, searchedTo } = scope;
  const order = `${SORT_WORDS[sort]}, ${direction === 'asc' ? 'oldest' : 'newest'} first`;
  return {
    title: `Events of ${namespace}`,
    members: {
      what: 'search',
      namespace,
      query,
      sort,
      direction,
      searchedTo: String(searchedTo),
      zone: 'UTC',
    },
    words: [
      ['what', 'the events that a query finds'],
      ['namespace', namespace],
      ['query', query === '' ? 'every event' : query],
      ['order', order],
      ['searched', `the log up to position ${searchedTo}`],
      ['zone', 'UTC'],
    ],
  };
}

const SORT_WORDS = {
  recorded: 'as they were recorded',
  occurred: 'as they happened',
  position: 'by their places in the log',
} as const;
