/** fast-check builders of whole streams, one for each kind of projection that core has built in. */
import fc from 'fast-check';
import {
  canonicalText,
  FIRST_INSTANT,
  formatPointer,
  type Json,
  LAST_INSTANT,
  type ProjectionKind,
  type StoredEvent,
} from '#core';
import { keyedObjectArbitrary, keyedStateArbitrary } from './keyed-state-arbitrary.ts';
import { keyArbitrary, objectArbitrary, stateArbitrary } from './state-arbitrary.ts';
import { storedEvent } from './stored-event.ts';

type BuiltInKind = Exclude<ProjectionKind, 'reducer'>;

export const BUILT_IN_KINDS: readonly BuiltInKind[] = ['replace', 'merge', 'patch', 'row', 'activity'];

/** A stream as the store would give it: versions without gaps, running maximum kept; clocks tie and go back. */
export function streamArbitrary(kind: BuiltInKind, maxLength = 12): fc.Arbitrary<StoredEvent[]> {
  return streamOfDocuments(PLAIN[kind], maxLength);
}

/** The same of states whose arrays have keys, as DECLARED_KEYS says. */
export function keyedStreamArbitrary(kind: BuiltInKind, maxLength = 12): fc.Arbitrary<StoredEvent[]> {
  return streamOfDocuments(KEYED[kind], maxLength);
}

function streamOfDocuments(documents: fc.Arbitrary<Json>, maxLength: number): fc.Arbitrary<StoredEvent[]> {
  return fc.array(anyEvent(documents), { maxLength }).map((events) => {
    let recordedHigh = -(2n ** 62n);
    return events.map((event, index) => {
      if (event.recordedAt > recordedHigh) recordedHigh = event.recordedAt;
      return { ...event, version: index + 1, position: BigInt(index * 3 + 1), recordedHigh };
    });
  });
}

function anyEvent(documents: fc.Arbitrary<Json>): fc.Arbitrary<StoredEvent> {
  return fc
    .record({
      type: fc.constantFrom('Opened', 'Changed', '__proto__', ''),
      removed: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 0),
      payload: anyPayload(documents),
      occurredAt: anyInstant,
      recordedAt: anyInstant,
      actor: fc.constantFrom(null, 'ada', 'alan', ''),
      schemaVersion: fc.integer({ min: 0, max: 3 }),
      flags: fc.constantFrom(0, 0, 1, 16, 32),
    })
    .map(({ payload, ...rest }) => storedEvent({ ...rest, ...payload }));
}

/** Small, so that instants tie; sometimes so far apart that their difference is beyond 2^53. */
const anyInstant = fc.oneof(
  { weight: 9, arbitrary: fc.bigInt({ min: 0n, max: 9n }) },
  { weight: 1, arbitrary: fc.constantFrom(FIRST_INSTANT, 9_007_199_254_740_993n, LAST_INSTANT) },
);

function anyPayload(
  documents: fc.Arbitrary<Json>,
): fc.Arbitrary<Pick<StoredEvent, 'payload' | 'payloadFormat'>> {
  return fc.oneof(
    {
      weight: 12,
      arbitrary: documents.map((document) => ({
        payload: canonicalText(document),
        payloadFormat: 'json' as const,
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { payload: 'said on the phone', payloadFormat: 'text' as const },
        { payload: '{"a":', payloadFormat: 'json' as const },
      ),
    },
  );
}

type Documents = Record<BuiltInKind, fc.Arbitrary<Json>>;

/** The payloads of each kind, made of these states, of which some are objects. */
function documentsOf(state: fc.Arbitrary<Json>, object: fc.Arbitrary<Json>): Documents {
  return {
    replace: state,
    merge: fc.oneof({ weight: 5, arbitrary: object }, { weight: 1, arbitrary: state }),
    patch: fc.oneof(
      { weight: 3, arbitrary: fc.array(anyOperation(state), { maxLength: 3 }) },
      { weight: 1, arbitrary: state.map((value): Json => [{ op: 'add', path: '', value }]) },
    ),
    row: anyRow(object),
    activity: fc.oneof(anyCloudTrail(object), anyKubernetes(state, object), state),
  };
}

const anyPath = fc.array(keyArbitrary, { maxLength: 2 }).map(formatPointer);

const anyOperation = (state: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        op: fc.constantFrom('add', 'add', 'replace', 'test'),
        path: anyPath,
        value: state,
      }),
    },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('remove'), path: anyPath }) },
    {
      weight: 1,
      arbitrary: fc.record({ op: fc.constantFrom('move', 'copy'), from: anyPath, path: anyPath }),
    },
  );

const anyRow = (object: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.record({
    op: fc.constantFrom('c', 'u', 'U', 'r', 'INSERT', 'UPDATE', 'd', 'DELETE', 'm', 'x', 2),
    before: fc.constant(null),
    after: fc.oneof({ weight: 6, arbitrary: object }, { weight: 1, arbitrary: fc.constant(null) }),
  });

const anyCloudTrail = (object: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.record({
    eventSource: fc.constant('s3.amazonaws.com'),
    readOnly: fc.constantFrom(true, false, false),
    errorCode: fc.constantFrom(null, null, 'AccessDenied'),
    requestParameters: fc.oneof(object, fc.constant(null)),
    responseElements: fc.oneof(object, fc.constant(null)),
  });

const anyKubernetes = (state: fc.Arbitrary<Json>, object: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.record({
    apiVersion: fc.constant('audit.k8s.io/v1'),
    stage: fc.constantFrom('RequestReceived', 'ResponseComplete', 'ResponseComplete', 'Panic'),
    verb: fc.constantFrom('create', 'update', 'patch', 'get', 'delete'),
    responseStatus: fc.record({ code: fc.constantFrom(200, 201, 403) }),
    requestObject: object,
    responseObject: fc.record({
      kind: fc.constantFrom('Pod', 'Status'),
      metadata: object,
      spec: state,
    }),
  });

const PLAIN: Documents = documentsOf(stateArbitrary, objectArbitrary);
const KEYED: Documents = documentsOf(keyedStateArbitrary, keyedObjectArbitrary);

/** Where segments end: mostly after a few events or a few letters, so that a short stream has several. */
export const limitsArbitrary = fc.record({
  events: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(4_096)),
  size: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(1_048_576)),
});
