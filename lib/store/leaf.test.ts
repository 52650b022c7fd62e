import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { type DigestedFields, digestsOf, metadataText } from './digests.ts';
import { leafBytes, leafFields, leafHash } from './leaf.ts';
import { takeSalts } from './random-pool.ts';

const ref = { namespace: 'b', entityType: 'order', entityId: 'a' };
const text = fc.string({ unit: 'binary' });
const optional = fc.option(text);
const anyFields: fc.Arbitrary<DigestedFields> = fc.record({
  eventId: text,
  payload: text,
  actor: optional,
  source: text,
  correlationId: optional,
  causationId: optional,
  sourceRef: optional,
  sourcePosition: optional,
  sourceVersion: optional,
  metadata: optional,
  occurredText: optional,
  recordedText: optional,
  links: fc.array(fc.record({ entityType: text, entityId: text, role: text }), { maxLength: 3 }),
});
const instant = fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n });
const anyLeaf = fc.record({
  stream: text,
  version: fc.nat(),
  type: text,
  schemaVersion: fc.nat(),
  flags: fc.nat(63),
  occurredAt: instant,
  recordedAt: instant,
  ingestedAt: instant,
  removed: fc.boolean(),
  payloadFormat: fc.constantFrom('json', 'yaml', 'text', 'base64'),
  digests: anyFields.map((fields) => digestsOf(takeSalts(), ref, fields)),
});

describe('the leaf', () => {
  it('is the RFC 8785 form of a flat object of strings', () => {
    fc.assert(
      fc.property(anyLeaf, (leaf) => {
        const written = leafBytes(leaf).toString();
        expect(written).toBe(canonicalize(JSON.parse(written)));
        expect(Object.values(leafFields(leaf)).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
  });

  it('digests metadata in its RFC 8785 form', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const written = metadataText(fields);
        expect(written).toBe(canonicalize(JSON.parse(written)));
      }),
    );
  });

  it('stays under 64 KiB with every part as long as it may be', () => {
    const parts = {
      version: 2 ** 31,
      schemaVersion: 2 ** 31,
      flags: 63,
      removed: false,
      payloadFormat: 'base64',
    } as const;
    const times = { occurredAt: -(2n ** 53n), recordedAt: -(2n ** 53n), ingestedAt: -(2n ** 53n) };
    const digest = 'f'.repeat(64);
    const digests = { eventId: digest, payload: digest, actor: digest, entity: digest, metadata: digest };
    const leaf = { ...parts, ...times, digests, type: '\u0001'.repeat(512), stream: '\u0001'.repeat(512) };
    expect(leafBytes(leaf).length).toBeLessThan(65_536);
  });

  it('is hashed as RFC 6962 hashes a leaf', () => {
    // SHA-256 of the one byte 0x00: the leaf hash of no bytes.
    expect(leafHash(new Uint8Array())).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });
});

describe('the digests', () => {
  const salts = takeSalts();
  const base: DigestedFields = newEvent({ actor: '' });

  it('tell an absent actor from an empty one', () => {
    expect(digestsOf(salts, ref, { ...base, actor: null }).actor).not.toBe(digestsOf(salts, ref, base).actor);
  });

  it('tell where one part of an address ends', () => {
    const moved = digestsOf(salts, { ...ref, namespace: 'b"', entityType: '' }, base);
    expect(moved.entity).not.toBe(digestsOf(salts, { ...ref, entityType: '"' }, base).entity);
  });

  it('are of the salt and the bytes', () => {
    expect(digestsOf(takeSalts(), ref, base).payload).not.toBe(digestsOf(salts, ref, base).payload);
    const long = 'é'.repeat(100_000);
    expect(digestsOf(salts, ref, { ...base, payload: long }).payload).not.toBe(
      digestsOf(salts, ref, { ...base, payload: `${long}x` }).payload,
    );
  });

  it('never share a salt between events', () => {
    const seen = new Set(Array.from({ length: 3_000 }, () => Buffer.from(takeSalts()).toString('hex')));
    expect(seen.size).toBe(3_000);
  });
});
