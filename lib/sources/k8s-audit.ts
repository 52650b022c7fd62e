/**
 * Kubernetes audit events (audit.k8s.io v1, v1beta1, v1alpha1), one a line or in an EventList.
 *
 * The payload is the whole event, and the fold `activity`. A delete that succeeded makes the object gone.
 */
import { EVENT_FLAGS, fail, isJsonArray, type Json, type NewEvent, ok, type Result } from '#core';
import { fieldAt, stringAt } from './json-fields.ts';
import { LIST_LINE_BYTES } from './json-line.ts';
import { k8sEntity } from './k8s-entity.ts';
import { type JsonRecord, type RecordFormat, refusedFor } from './record-reader.ts';
import { sourceTime } from './source-time.ts';

export const k8sAuditFormat: RecordFormat = {
  lineBytes: LIST_LINE_BYTES,
  listIn: (line) => (line.at(['kind']) === 'EventList' && isJsonArray(line.at(['items'])) ? ['items'] : null),
  toItem: (record) => {
    const event = eventOf(record);
    if (!event.ok) return refusedFor(record.place, event.error, record.raw);
    return { ok: true, event: event.value, place: record.place, raw: record.raw };
  },
};

function eventOf(record: JsonRecord): Result<NewEvent> {
  const { json, text } = record.line;
  const verb = stringAt(json, 'verb');
  const entity = k8sEntity(json);
  if (!isAuditEvent(json) || verb === null || entity === null) {
    return fail('CS-207', `it is no Kubernetes audit event: ${whatIsMissing(json, verb)}`);
  }
  const times = timesOf(json);
  if (!times.ok) return times;
  const problem = record.line.payloadProblem(text);
  if (problem !== null) return { ok: false, error: problem };
  const subresource = stringAt(json, 'objectRef', 'subresource');
  return ok({
    ...entity,
    ...times.value,
    type: subresource === null ? verb : `${verb}/${subresource}`,
    schemaVersion: 1,
    removed: isRemoval(json, verb),
    payloadFormat: 'json',
    payload: text,
    actor: stringAt(json, 'impersonatedUser', 'username') ?? stringAt(json, 'user', 'username'),
    source: record.source,
    eventId: eventIdOf(record),
    correlationId: stringAt(json, 'auditID'),
    causationId: null,
    sourceRef: record.sourceRef,
    sourcePosition: null,
    sourceVersion: stringAt(json, 'apiVersion'),
    metadata: null,
    links: [],
  });
}

/** Items of an EventList may leave their kind to the list. */
function isAuditEvent(json: Json): boolean {
  const kind = fieldAt(json, 'kind');
  return kind === 'Event' || (kind === undefined && stringAt(json, 'auditID') !== null);
}

function whatIsMissing(json: Json, verb: string | null): string {
  if (!isAuditEvent(json)) return `kind is ${JSON.stringify(fieldAt(json, 'kind') ?? null)} and not "Event"`;
  return verb === null ? 'it has no verb' : 'it names neither an object nor a URL';
}

type Times = Pick<NewEvent, 'occurredAt' | 'occurredText' | 'recordedAt' | 'recordedText' | 'flags'>;

/** Early versions have one `timestamp` and no stage times. */
function timesOf(json: Json): Result<Times> {
  const received = fieldAt(json, 'requestReceivedTimestamp');
  const [field, value] =
    received === undefined
      ? ['timestamp', fieldAt(json, 'timestamp')]
      : ['requestReceivedTimestamp', received];
  const occurred = sourceTime(String(field), value, { zone: null, leapFlag: EVENT_FLAGS.occurredLeap });
  if (!occurred.ok) return occurred;
  const recorded = sourceTime('stageTimestamp', fieldAt(json, 'stageTimestamp'), {
    zone: null,
    leapFlag: EVENT_FLAGS.recordedLeap,
  });
  if (!recorded.ok) return recorded;
  return ok({
    occurredAt: occurred.value.micros,
    occurredText: occurred.value.text,
    recordedAt: recorded.value.micros,
    recordedText: recorded.value.text,
    flags: occurred.value.flag | recorded.value.flag,
  });
}

/** One object, its whole self and no trial run, and the answer says that it worked. */
function isRemoval(json: Json, verb: string): boolean {
  if (verb !== 'delete' || stringAt(json, 'objectRef', 'name') === null) return false;
  if (stringAt(json, 'objectRef', 'subresource') !== null) return false;
  if (/[?&]dryRun=All(?:&|$)/.test(stringAt(json, 'requestURI') ?? '')) return false;
  const stage = stringAt(json, 'stage');
  const code = fieldAt(json, 'responseStatus', 'code');
  return (
    (stage === null || stage === 'ResponseComplete') && typeof code === 'number' && code >= 200 && code < 300
  );
}

/** One request is logged once a stage under one audit id. */
function eventIdOf(record: JsonRecord): string {
  const auditId = stringAt(record.line.json, 'auditID');
  if (auditId === null) return record.ids.next(record.raw);
  const stage = stringAt(record.line.json, 'stage');
  return stage === null ? auditId : `${auditId}/${stage}`;
}
