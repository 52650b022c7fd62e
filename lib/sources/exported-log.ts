/**
 * The log as `chronoscope export` writes it and `import --format chronoscope` reads it back: NDJSON, one object a line.
 *
 * | line | what |
 * |---|---|
 * | `{"chronoscope":"log","version":1}` | the first; another version is refused |
 * | `{"projection":{"namespace","entityType","kind"}}` | how an entity type is folded, before its events |
 * | `{"event":{…}}` | one event, in the order of positions, with its salts and leaf hash |
 *
 * Law: importing an export into an empty store gives the same leaf hashes, so the same root. Instants are decimal strings of
 * microseconds, payload and metadata exact texts inside JSON strings. Positions are the order of the lines and not restored.
 */
import { z } from 'zod';
import { EVENT_FLAGS, type NewEvent, type StoredEvent } from '#core';
import { eventDetailSchema } from '#wire/api';
import { LINE_BYTES } from './json-line.ts';
import { type JsonRecord, ONE_A_LINE, type RecordFormat } from './record-reader.ts';
import {
  type BroughtKind,
  type MappedEvent,
  type RestoredEvent,
  refused,
  type SourceItem,
} from './source.ts';

export interface ExportedEvent extends StoredEvent {
  readonly namespace: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly streamKey: string;
  readonly salts: string;
}

export function exportHeader(): string {
  return JSON.stringify({ chronoscope: 'log', version: 1 });
}

export function exportProjection(kind: BroughtKind): string {
  return JSON.stringify({ projection: kind });
}

export function exportEvent(event: ExportedEvent): string {
  return JSON.stringify({ event: { ...event, ...decimals(event) } });
}

function decimals(event: ExportedEvent) {
  return {
    position: String(event.position),
    occurredAt: String(event.occurredAt),
    recordedAt: String(event.recordedAt),
    ingestedAt: String(event.ingestedAt),
    recordedHigh: String(event.recordedHigh),
  };
}

/** `onKind` hears of each projection line before the events that follow it. */
export function exportedLogFormat(onKind: (kind: BroughtKind) => void): RecordFormat {
  return {
    ...ONE_A_LINE,
    // A payload at its bound doubles inside a JSON string where every character is escaped.
    lineBytes: 2 * LINE_BYTES,
    toItem: (record) => {
      // The text has just been read strictly and holds no numbers that a double loses, so zod may see plain values.
      const read = lineSchema.safeParse(JSON.parse(record.line.text));
      if (!read.success) return notALine(record, z.prettifyError(read.error));
      if ('chronoscope' in read.data) return null;
      if ('event' in read.data) return restoredItem(record, read.data.event);
      onKind(read.data.projection);
      return null;
    },
  };
}

const eventSchema = eventDetailSchema
  .omit({ upcast: true, upcastVersion: true, upcastProblem: true })
  .extend({
    namespace: z.string(),
    entityType: z.string(),
    entityId: z.string(),
    streamKey: z.string(),
    salts: z.string(),
  });

const lineSchema = z.union([
  z.object({ event: eventSchema }),
  z.object({ chronoscope: z.literal('log'), version: z.literal(1) }),
  z.object({
    projection: z.object({
      namespace: z.string(),
      entityType: z.string(),
      kind: z.enum(['replace', 'merge', 'patch', 'row', 'activity', 'reducer']),
    }),
  }),
]);

function notALine(record: JsonRecord, why: string): SourceItem {
  const reason = `it is no line of an exported log of version 1: ${why.replaceAll('\n', ' ')}`;
  return refused(record.place, 'CS-208', reason, record.raw);
}

type EventLine = z.infer<typeof eventSchema>;

function restoredItem(record: JsonRecord, line: EventLine): MappedEvent {
  return {
    ok: true,
    event: eventOf(line),
    restored: commitmentOf(line),
    place: record.place,
    raw: record.raw,
  };
}

/** The other flags are the store's own and stand in the commitment. */
const OF_THE_SOURCE = EVENT_FLAGS.occurredLeap | EVENT_FLAGS.recordedLeap | EVENT_FLAGS.notADocument;

/** Times that the store filled in come along as well; the flags of the commitment say whose they are. */
function eventOf(line: EventLine): NewEvent {
  return {
    ...line,
    occurredAt: BigInt(line.occurredAt),
    recordedAt: BigInt(line.recordedAt),
    flags: line.flags & OF_THE_SOURCE,
  };
}

function commitmentOf(line: EventLine): RestoredEvent {
  const { namespace, streamKey, version, flags, salts, leafHash } = line;
  return { namespace, streamKey, version, ingestedAt: BigInt(line.ingestedAt), flags, salts, leafHash };
}
