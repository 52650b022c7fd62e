/**
 * The salted digests of what an event says: SHA-256(salt ‖ bytes), hex. They stand in the leaf for what must not stand there
 * in clear, so that a body and its salts can be erased one day and every hash stays.
 *
 * Event id and payload are digested as their own bytes; the others as RFC 8785 JSON, where `null` and `""` differ. The
 * serialisation is JSON.stringify over literals whose keys are written in order, which is RFC 8785 for objects of strings,
 * and of numbers that are small whole ones.
 */
import { hash } from 'node:crypto';
import type { EventLink } from '#core';
import type { EntityRef } from './entity-ref.ts';
import { SALT_BYTES } from './random-pool.ts';

export interface Digests {
  readonly eventId: string;
  readonly payload: string;
  readonly actor: string;
  readonly entity: string;
  readonly metadata: string;
}

/** Everything of an event that stands in its leaf as a digest; its entity comes apart. */
export interface DigestedFields {
  readonly eventId: string;
  readonly payload: string;
  readonly actor: string | null;
  readonly source: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly sourceRef: string | null;
  readonly sourcePosition: string | null;
  readonly sourceVersion: string | null;
  readonly metadata: string | null;
  readonly occurredText: string | null;
  readonly recordedText: string | null;
  readonly links: readonly EventLink[];
}

export function digestsOf(salts: Uint8Array, ref: EntityRef, fields: DigestedFields): Digests {
  return {
    eventId: saltedDigest(salts, 0, fields.eventId),
    payload: saltedDigest(salts, 1, fields.payload),
    actor: saltedDigest(salts, 2, JSON.stringify(fields.actor)),
    entity: saltedDigest(salts, 3, JSON.stringify([ref.namespace, ref.entityType, ref.entityId])),
    metadata: saltedDigest(salts, 4, metadataText(fields)),
  };
}

/** RFC 8785 form of everything around the event: keys ascending. */
export function metadataText(fields: DigestedFields): string {
  return JSON.stringify({
    causationId: fields.causationId,
    correlationId: fields.correlationId,
    links: fields.links.map(({ entityId, entityType, role }) => ({ entityId, entityType, role })),
    metadata: fields.metadata,
    occurredText: fields.occurredText,
    recordedText: fields.recordedText,
    source: fields.source,
    sourcePosition: fields.sourcePosition,
    sourceRef: fields.sourceRef,
    sourceVersion: fields.sourceVersion,
  });
}

let scratch = Buffer.allocUnsafeSlow(16_384);

function saltedDigest(salts: Uint8Array, nth: number, text: string): string {
  const needed = SALT_BYTES + text.length * 3;
  if (scratch.length < needed) scratch = Buffer.allocUnsafeSlow(needed * 2);
  scratch.set(salts.subarray(nth * SALT_BYTES, (nth + 1) * SALT_BYTES), 0);
  const length = SALT_BYTES + scratch.write(text, SALT_BYTES);
  return hash('sha256', scratch.subarray(0, length), 'hex');
}
