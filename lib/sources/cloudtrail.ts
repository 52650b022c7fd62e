/**
 * AWS CloudTrail: records one a line, or the delivered files `{"Records":[…]}`.
 *
 * The payload is the whole record, and the fold `activity`: a failed call changes nothing. CloudTrail says when a call was made
 * and not when it was written down, so recorded times are ours.
 */
import { EVENT_FLAGS, isJsonArray, type NewEvent, ok, type Problem, type Result } from '#core';
import { cloudTrailEntity, serviceOf } from './cloudtrail-entity.ts';
import { fieldAt, stringAt } from './json-fields.ts';
import { LIST_LINE_BYTES } from './json-line.ts';
import { type JsonRecord, type RecordFormat, refusedFor } from './record-reader.ts';
import { sourceTime } from './source-time.ts';

export const cloudTrailFormat: RecordFormat = {
  lineBytes: LIST_LINE_BYTES,
  listIn: (line) => (isJsonArray(line.at(['Records'])) ? ['Records'] : null),
  toItem: (record) => {
    const event = eventOf(record);
    if (!event.ok) return refusedFor(record.place, event.error, record.raw);
    return { ok: true, event: event.value, place: record.place, raw: record.raw };
  },
};

function eventOf(record: JsonRecord): Result<NewEvent> {
  const { json } = record.line;
  const eventName = stringAt(json, 'eventName');
  if (eventName === null || stringAt(json, 'eventSource') === null)
    return { ok: false, error: NOT_CLOUDTRAIL };
  const occurred = sourceTime('eventTime', fieldAt(json, 'eventTime'), {
    zone: null,
    leapFlag: EVENT_FLAGS.occurredLeap,
  });
  if (!occurred.ok) return occurred;
  const problem = record.line.payloadProblem(record.line.text);
  if (problem !== null) return { ok: false, error: problem };
  return ok({
    ...cloudTrailEntity(json),
    type: `${serviceOf(json)}.${eventName}`,
    schemaVersion: 1,
    removed: false,
    payloadFormat: 'json',
    payload: record.line.text,
    occurredAt: occurred.value.micros,
    recordedAt: null,
    flags: occurred.value.flag,
    actor: stringAt(json, 'userIdentity', 'arn'),
    source: record.source,
    eventId: stringAt(json, 'eventID') ?? record.ids.next(record.raw),
    // One action that several accounts see is delivered to each under one shared id.
    correlationId: stringAt(json, 'sharedEventID'),
    causationId: null,
    sourceRef: record.sourceRef,
    sourcePosition: null,
    sourceVersion: stringAt(json, 'eventVersion'),
    metadata: null,
    occurredText: occurred.value.text,
    recordedText: null,
  });
}

const NOT_CLOUDTRAIL: Problem = {
  code: 'CS-206',
  message: 'it is no CloudTrail record: eventSource and eventName are needed',
};
