/** The rows of every export: as JSON, and as the cells of a table. */
import { type Change, EVENT_FLAGS, type EventHeader, type EventMark, formatInstant } from '#core';
import { mentionEvent } from '../answers.ts';
import type { EventDetail } from '../event-detail.ts';
import type { Cell } from './csv.ts';

export interface ExportShape<Row> {
  /** What the rows are called where a document has a name for them. */
  readonly member: string;
  readonly columns: readonly string[];
  /** Exact JSON text in one line. */
  json(row: Row): string;
  cells(row: Row): readonly Cell[];
}

export interface LeafRow {
  readonly path: string;
  readonly text: string;
  readonly event: EventHeader;
}

/** What a state consists of, each with the event that set it. */
export const LEAF_SHAPE: ExportShape<LeafRow> = {
  member: 'leaves',
  columns: ['path', 'kind', 'value', ...mentionColumns('set by ')],
  json: ({ path, text, event }) =>
    `{"path":${JSON.stringify(path)},"value":${text},"event":${JSON.stringify(mentionEvent(event))}}`,
  cells: ({ path, text, event }) => [path, ...valueCells(text), ...mentionCells(event)],
};

export interface ChangeRow extends Change {
  readonly event: EventHeader;
}

/** What differs or was changed, each with the event that did it. */
export const CHANGE_SHAPE: ExportShape<ChangeRow> = {
  member: 'changes',
  columns: ['path', 'kind before', 'before', 'kind after', 'after', ...mentionColumns('changed by ')],
  json: ({ path, before, after, event }) => {
    const was = before === null ? '' : `"before":${before},`;
    const is = after === null ? '' : `"after":${after},`;
    return `{"path":${JSON.stringify(path)},${was}${is}"event":${JSON.stringify(mentionEvent(event))}}`;
  },
  cells: ({ path, before, after, event }) => [
    path,
    ...valueCells(before),
    ...valueCells(after),
    ...mentionCells(event),
  ],
};

export interface EventRow {
  readonly header: EventHeader;
  readonly detail: EventDetail;
}

/** Events as they came in: one row each, as the API gives them. */
export const EVENT_SHAPE: ExportShape<EventRow> = {
  member: 'events',
  columns: [
    ...mentionColumns(''),
    'fields changed',
    'marks',
    'position',
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
  json: ({ detail }) => JSON.stringify(detail),
  cells: ({ header, detail }) => [
    ...mentionCells(header),
    numberCell(header.changes),
    marksInWords(header),
    { number: detail.position },
    detail.eventId,
    detail.source,
    detail.sourceRef,
    detail.correlationId,
    detail.causationId,
    numberCell(detail.schemaVersion),
    detail.payloadFormat,
    detail.payload,
    detail.metadata,
    detail.leafHash,
  ],
};

/** What is worth knowing before an event is trusted; empty where there is nothing. */
export function marksInWords({
  flags,
  mark,
  removed,
}: Pick<EventHeader, 'flags' | 'mark' | 'removed'>): string {
  const has = (flag: number) => (flags & flag) !== 0;
  return [
    ...(removed ? ['the entity is gone after it'] : []),
    ...(has(EVENT_FLAGS.recordedIsOurs) ? ['recorded time is that of the import'] : []),
    ...(has(EVENT_FLAGS.occurredIsOurs) ? ['occurred time is that of recording'] : []),
    ...(has(EVENT_FLAGS.recordedWentBack) ? ['the recording clock went back'] : []),
    ...(has(EVENT_FLAGS.occurredLeap) || has(EVENT_FLAGS.recordedLeap) ? ['a leap second'] : []),
    ...(mark === null ? [] : [`${MARK_WORDS[mark.kind]}: ${mark.message}`]),
  ].join('; ');
}

const MARK_WORDS: Readonly<Record<EventMark['kind'], string>> = {
  foldError: 'the fold failed',
  notHandled: 'not handled by the projection',
  notADocument: 'not a document',
  literalLost: 'a number was rounded',
  keyLost: 'an array goes by index',
  failedAction: 'the action failed',
};

function mentionColumns(prefix: string): readonly string[] {
  return [`${prefix}version`, 'type', 'actor', 'recorded at', 'occurred at'];
}

function mentionCells(event: EventHeader): readonly Cell[] {
  const { version, type, actor, recordedAt, occurredAt } = event;
  return [numberCell(version), type, actor, formatInstant(recordedAt), formatInstant(occurredAt)];
}

const numberCell = (value: number): Cell => ({ number: String(value) });

/** The kind says how the cell beside it is to be read: text stands without its quotes, everything else as JSON. */
function valueCells(text: string | null): readonly [kind: string, value: Cell] {
  if (text === null) return ['absent', null];
  const first = text[0] ?? '';
  if (first === '"') return ['text', textOf(text)];
  if (first === '-' || (first >= '0' && first <= '9')) return ['number', { number: text }];
  if (first === '[') return ['list', text];
  if (first === '{') return ['object', text];
  return [text === 'null' ? 'null' : 'boolean', text];
}

function textOf(json: string): string {
  const text: unknown = JSON.parse(json);
  return typeof text === 'string' ? text : json;
}
