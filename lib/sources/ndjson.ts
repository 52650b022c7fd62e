/**
 * NDJSON of any shape: a mapping says which part of a line is what. The payload is cut out of the line as it was written.
 *
 * A pointer that resolves to nothing makes the line a refusal that names the pointer; nothing is guessed.
 */
import {
  EVENT_FLAGS,
  formatPointer,
  isWellFormed,
  type NewEvent,
  ok,
  type PayloadFormat,
  type Result,
} from '#core';
import { FieldReader, Unmapped } from './field-reader.ts';
import type { NdjsonMapping, Pointer } from './ndjson-mapping.ts';
import { type JsonRecord, ONE_A_LINE, type RecordFormat } from './record-reader.ts';
import { refused } from './source.ts';
import { type SourceTime, sourceTime } from './source-time.ts';

export function ndjsonFormat(mapping: NdjsonMapping, zone: string | null): RecordFormat {
  return {
    ...ONE_A_LINE,
    toItem: (record) => {
      const mapped = mapRecord(record, mapping, zone);
      if (mapped.ok) return { ok: true, event: mapped.value, place: record.place, raw: record.raw };
      return refused(record.place, mapped.error.code, mapped.error.message, record.raw);
    },
  };
}

/** Errors: CS-204 nothing there, CS-205 not usable, CS-102 to CS-104 payload out of bounds, CS-12x times. */
function mapRecord(record: JsonRecord, mapping: NdjsonMapping, zone: string | null): Result<NewEvent> {
  try {
    return ok(eventOf(record, new FieldReader(record.line), mapping, zone));
  } catch (error) {
    if (error instanceof Unmapped) return { ok: false, error: error.problem };
    throw error;
  }
}

function eventOf(
  record: JsonRecord,
  fields: FieldReader,
  mapping: NdjsonMapping,
  zone: string | null,
): NewEvent {
  const removed = isRemoved(fields, mapping);
  const payload = payloadOf(record, fields, mapping, removed);
  const occurred = timeOf(fields, mapping.occurredAt, zone, EVENT_FLAGS.occurredLeap);
  const recorded = timeOf(fields, mapping.recordedAt, zone, EVENT_FLAGS.recordedLeap);
  return {
    entityType:
      'constant' in mapping.entityType
        ? mapping.entityType.constant
        : fields.text(mapping.entityType.pointer),
    entityId: fields.text(mapping.entityId),
    type: fields.text(mapping.eventType),
    schemaVersion: mapping.schemaVersion === null ? 1 : fields.wholeNumber(mapping.schemaVersion),
    removed,
    payloadFormat: payload.format,
    payload: payload.text,
    occurredAt: occurred.micros,
    recordedAt: recorded.micros,
    flags: occurred.flag | recorded.flag | payload.flag,
    actor: fields.textOrNull(mapping.actor),
    source: record.source,
    eventId: eventIdOf(record, fields, mapping),
    correlationId: fields.textOrNull(mapping.correlationId),
    causationId: fields.textOrNull(mapping.causationId),
    sourceRef: record.sourceRef,
    sourcePosition: null,
    sourceVersion: null,
    metadata: mapping.metadata === null ? null : fields.raw(mapping.metadata),
    occurredText: occurred.text,
    recordedText: recorded.text,
    links: [],
  };
}

/** A field that is not there is a condition that is not met: many logs write `deleted` only where it is true. */
function isRemoved(fields: FieldReader, mapping: NdjsonMapping): boolean {
  if (mapping.removedWhen === null) return false;
  return fields.found(mapping.removedWhen.pointer) === mapping.removedWhen.value;
}

interface Payload {
  readonly format: PayloadFormat;
  readonly text: string;
  readonly flag: number;
}

function payloadOf(
  record: JsonRecord,
  fields: FieldReader,
  mapping: NdjsonMapping,
  removed: boolean,
): Payload {
  const text = record.line.textAt(mapping.payload.steps);
  if (text !== undefined) {
    const problem = record.line.payloadProblem(text);
    if (problem !== null) throw new Unmapped(problem.code, `the payload: ${problem.message}`);
    return { format: 'json', text, flag: 0 };
  }
  const fallback = mapping.payloadText;
  if (fallback !== null && record.line.at(fallback.steps) !== undefined) return textPayload(fields, fallback);
  // What a removed entity was is not asked of the line that removes it; a null would be something that nobody said.
  if (removed) return { format: 'text', text: '', flag: EVENT_FLAGS.notADocument };
  throw new Unmapped('CS-204', `--payload ${mapping.payload.text} leads to nothing`);
}

function textPayload(fields: FieldReader, pointer: Pointer): Payload {
  const text = fields.text(pointer);
  if (!isWellFormed(text)) {
    throw new Unmapped(
      'CS-205',
      `--payload-text ${pointer.text} holds an unpaired surrogate, which is no text`,
    );
  }
  // The database keeps no U+0000 in text; as base64 the bytes come back all the same.
  if (text.includes('\0')) {
    return { format: 'base64', text: Buffer.from(text).toString('base64'), flag: EVENT_FLAGS.notADocument };
  }
  return { format: 'text', text, flag: EVENT_FLAGS.notADocument };
}

function eventIdOf(record: JsonRecord, fields: FieldReader, mapping: NdjsonMapping): string {
  const [first, ...more] = mapping.eventId;
  if (first === undefined) return record.ids.next(record.raw);
  if (more.length === 0) return fields.text(first);
  // Escaped like the steps of a pointer, so that "a/b","c" and "a","b/c" stay two.
  return formatPointer(mapping.eventId.map((pointer) => fields.text(pointer))).slice(1);
}

function timeOf(
  fields: FieldReader,
  pointer: Pointer | null,
  zone: string | null,
  leapFlag: number,
): SourceTime {
  const value = pointer === null ? undefined : fields.value(pointer);
  const time = sourceTime(pointer?.text ?? '', value, { zone, leapFlag });
  if (!time.ok) throw new Unmapped(time.error.code, time.error.message);
  return time.value;
}
