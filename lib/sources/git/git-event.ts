/** One version of one file as an event, or a refusal. */
import { isUtf8 } from 'node:buffer';
import {
  EVENT_FLAGS,
  FIRST_INSTANT,
  fail,
  LAST_INSTANT,
  type NewEvent,
  ok,
  parseExact,
  type Result,
} from '#core';
import type { Input } from '../input.ts';
import { refused, type SourceItem } from '../source.ts';
import type { BlobReader } from './blobs.ts';
import type { Commit } from './git-log.ts';
import type { Touch } from './lineages.ts';

export interface GitVersion {
  readonly commit: Commit;
  readonly touch: Touch;
  readonly entityId: string;
  readonly pathIsLossy: boolean;
}

/** Errors as refusals: CS-211 for a version that cannot be kept as it is, CS-122 for a date that cannot be placed. */
export async function itemOfVersion(
  version: GitVersion,
  blobs: BlobReader,
  repository: Input,
  source: string,
): Promise<SourceItem> {
  const { commit, touch } = version;
  const ref = `${commit.id.slice(0, 12)}:${touch.path}`;
  const place = `${repository.label}@${ref}`;
  const event = await eventOf(version, blobs, source, `${repository.name}@${ref}`);
  if (event.ok) return { ok: true, event: event.value, place, raw: NOTHING };
  return refused(place, event.error.code, event.error.message, NOTHING);
}

const NOTHING = new Uint8Array(0);

async function eventOf(
  version: GitVersion,
  blobs: BlobReader,
  source: string,
  sourceRef: string,
): Promise<Result<NewEvent>> {
  const { commit, touch } = version;
  if (version.pathIsLossy) return fail('CS-211', 'its path is not UTF-8');
  const occurredAt = microsOf(commit.authored);
  const recordedAt = microsOf(commit.committed);
  if (occurredAt === null || recordedAt === null) {
    return fail(
      'CS-122',
      `its dates (${commit.authored}, ${commit.committed}) lie outside the years 1685 to 2255`,
    );
  }
  const payload = await payloadOf(touch, blobs);
  if (!payload.ok) return payload;
  return ok({
    ...payload.value,
    entityType: 'file',
    entityId: version.entityId,
    type: touch.kind,
    schemaVersion: 1,
    removed: touch.kind === 'removed',
    occurredAt,
    recordedAt,
    actor: commit.author === '' ? null : commit.author,
    source,
    // The path as it was then: it stays the same when the file is renamed later.
    eventId: `${commit.id}:${touch.path}`,
    correlationId: commit.id,
    causationId: null,
    sourceRef,
    sourcePosition: null,
    sourceVersion: commit.id,
    metadata: metadataOf(commit, touch),
    occurredText: commit.authoredText.endsWith('Z') ? null : commit.authoredText,
    recordedText: commit.committedText.endsWith('Z') ? null : commit.committedText,
    links: [],
  });
}

function microsOf(seconds: string): bigint | null {
  if (!/^-?\d{1,15}$/.test(seconds)) return null;
  const micros = BigInt(seconds) * 1_000_000n;
  return micros >= FIRST_INSTANT && micros <= LAST_INSTANT ? micros : null;
}

function metadataOf(commit: Commit, touch: Touch): string {
  const renamed = touch.oldPath === null ? {} : { renamedFrom: touch.oldPath };
  return JSON.stringify({ commit: commit.id, message: commit.message, path: touch.path, ...renamed });
}

type Payload = Pick<NewEvent, 'payload' | 'payloadFormat' | 'flags'>;

async function payloadOf(touch: Touch, blobs: BlobReader): Promise<Result<Payload>> {
  if (touch.blob === null) return ok({ payload: 'null', payloadFormat: 'json', flags: 0 });
  const blob = await blobs.read(touch.blob);
  if ('missing' in blob) return fail('CS-211', `git has no content for it (${touch.blob})`);
  if ('tooLarge' in blob)
    return fail('CS-211', `it has ${blob.tooLarge} bytes, more than a payload may have`);
  return ok(payloadOfBytes(blob.bytes, touch.path));
}

/** Bytes that are no text, or hold U+0000, come back exactly from base64 alone. */
function payloadOfBytes(bytes: Buffer, path: string): Payload {
  const flags = EVENT_FLAGS.notADocument;
  if (!isUtf8(bytes) || bytes.includes(0)) {
    return { payload: bytes.toString('base64'), payloadFormat: 'base64', flags };
  }
  const payload = bytes.toString('utf8');
  // Whether YAML is a document is found out by the fold, which marks the event where it is none.
  if (!path.endsWith('.json')) return { payload, payloadFormat: 'yaml', flags: 0 };
  return parseExact(payload).ok
    ? { payload, payloadFormat: 'json', flags: 0 }
    : { payload, payloadFormat: 'text', flags };
}
