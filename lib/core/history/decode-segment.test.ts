import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildSegments,
  builtInProjection,
  decodeHistory,
  decodeSegment,
  encodeHistory,
  FIRST_INSTANT,
  LAST_INSTANT,
  noUpcasters,
  type StoredEvent,
} from '#core';
import { limitsArbitrary, streamArbitrary, streamOf } from '#testing';
import { ByteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';
import { encodeSegment, SEGMENT_MAGIC, type SegmentParts } from './encode-segment.ts';

describe('an encoded history', () => {
  it('is refused when any one byte is altered, added or lost', () => {
    fc.assert(
      fc.property(
        streamArbitrary('merge', 4),
        limitsArbitrary,
        fc.nat(),
        fc.nat(255),
        (events, limits, at, other) => {
          const bytes = encodeHistory(segmentsOf(events, limits));
          const place = at % bytes.length;
          fc.pre(bytes[place] !== other);
          const refused = { ok: false, error: { code: expect.stringMatching(/^CS-13[012]$/) } };
          expect(decodeHistory(spliced(bytes, place, 1, other))).toMatchObject(refused);
          expect(decodeHistory(spliced(bytes, place, 1))).toMatchObject(refused);
          expect(decodeHistory(spliced(bytes, place, 0, other))).toMatchObject(refused);
          expect(decodeHistory(bytes.slice(0, place))).toMatchObject(refused);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('whose segments do not follow each other is refused', () => {
    const segments = segmentsOf(STREAM, { events: 1, size: 1 });
    expect(segments.length).toBe(3);
    const [first = NO_BYTES, second = NO_BYTES, third = NO_BYTES] = segments;
    for (const wrong of [[second], [first, third], [first, first], [second, first], []]) {
      expect(decodeHistory(encodeHistory(wrong))).toMatchObject({ ok: false, error: { code: 'CS-132' } });
    }
  });
});

describe('a segment', () => {
  it('of another format is refused by its number', () => {
    const [bytes = NO_BYTES] = segmentsOf(STREAM);
    expect(decodeSegment(spliced(bytes, SEGMENT_MAGIC.length, 1, 9))).toMatchObject({
      ok: false,
      error: { code: 'CS-130', message: expect.stringContaining('format 9') },
    });
    for (const other of [NO_BYTES, new TextEncoder().encode('CSEG'), new TextEncoder().encode('{"a":1}')]) {
      expect(decodeSegment(other)).toMatchObject({ ok: false, error: { code: 'CS-131' } });
    }
  });

  it.each<[string, Partial<SegmentParts>]>([
    ['begins with ordinal 0', { first: 0 }],
    ['has a path twice', { columns: [column('/a', [1], ['1']), column('/a', [2], ['2'])] }],
    ['has its paths out of order', { columns: [column('/b', [1], ['1']), column('/a', [2], ['2'])] }],
    ['has a path that is no pointer', { columns: [column('a', [1], ['1'])] }],
    ['has a path without entries', { columns: [column('/a', [], [])] }],
    ['names an event that is not there', { columns: [column('/a', [1, 3], ['1', '2'])] }],
    ['sets what was there already', { columns: [column('/a', [1, 2], ['1', '1'])] }],
    ['begins a path by removing it', { columns: [column('/a', [1], [null])] }],
    ['has two entries of the base for one path', { first: 3, columns: [column('/a', [1, 2], ['1', '2'])] }],
    ['has a version 0', { events: [{ ...EVENT, version: 0 }] }],
    ['has a position 0', { events: [{ ...EVENT, position: 0n }] }],
    ['has a schema version of more than 32 bits', { events: [{ ...EVENT, schemaVersion: 2 ** 40 }] }],
    [
      'goes back in time',
      {
        events: [
          { ...EVENT, recordedHigh: 9n },
          { ...EVENT, version: 2, recordedHigh: 8n },
        ],
      },
    ],
    ['marks an event that is not there', { marks: new Map([[2, { kind: 'foldError', message: 'x' }]]) }],
  ])('that %s is refused, though its checksum fits', (_, part) => {
    const events = [EVENT, { ...EVENT, version: 2, position: 2n }];
    const parts: SegmentParts = {
      axis: 'recorded',
      projection,
      first: 1,
      events,
      marks: new Map(),
      columns: [],
    };
    expect(decodeSegment(encodeSegment(parts))).toMatchObject({ ok: true });
    expect(decodeSegment(encodeSegment({ ...parts, ...part }))).toMatchObject({
      ok: false,
      error: { code: 'CS-132' },
    });
  });

  it('with any bytes in it is refused or answers, and never does anything else', () => {
    fc.assert(
      fc.property(
        streamArbitrary('merge', 4),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
        (events, edits) => {
          const [bytes = NO_BYTES] = segmentsOf(events);
          const body = bodyOf(bytes);
          for (const [at, other] of edits) body[at % body.length] = other;
          const segment = decodeSegment(sealed(body));
          if (!segment.ok) return;
          const { first, last } = segment.value;
          for (let ordinal = first; ordinal <= last; ordinal += 1) {
            segment.value.leaves(ordinal);
            segment.value.changesOf(ordinal);
            segment.value.header(ordinal);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('keeps instants whose differences no double holds', () => {
    const [early, late] = [-8_993_462_400_000_001n, 8_993_462_400_000_001n];
    const events = streamOf(
      { recordedAt: early, recordedHigh: early },
      { recordedAt: late, recordedHigh: late, occurredAt: early },
    );
    const [bytes = NO_BYTES] = segmentsOf(events);
    const segment = decodeSegment(bytes);
    expect(segment.ok && segment.value.header(2)).toMatchObject({ recordedAt: late, occurredAt: early });
  });

  it('keeps instants in the state that lie far from their events', () => {
    const said = [
      '2255-01-01T00:00:00.000001Z',
      '1686-01-01T00:00:00.000001Z',
      '2255-01-01T00:00:00.000004Z',
    ];
    const far = [FIRST_INSTANT, LAST_INSTANT, LAST_INSTANT];
    const events = streamOf(
      ...said.map((text, index) => ({
        payload: JSON.stringify({ due: text }),
        occurredAt: far[index] ?? 0n,
        recordedAt: LAST_INSTANT,
        recordedHigh: LAST_INSTANT,
      })),
    );
    const [bytes = NO_BYTES] = segmentsOf(events);
    const segment = decodeSegment(bytes);
    const states = [1, 2, 3].map((ordinal) => segment.ok && segment.value.leaves(ordinal)[0]?.text);
    expect(states).toEqual(said.map((text) => `"${text}"`));
    expect(segment.ok && segment.value.header(3).occurredAt).toBe(LAST_INSTANT);
  });
});

const NO_BYTES = new Uint8Array();
const projection = { kind: 'merge', hash: '', name: 'merge' } as const;

/** Paths /a and /b, values 1, 2, 3; no actor, no mark. */
const STREAM = streamOf('{"a":1}', '{"a":2}', '{"b":3}');
const [EVENT] = streamOf('{}') as [StoredEvent];

function column(path: string, ordinals: readonly number[], texts: readonly (string | null)[]) {
  return { path, ordinals, texts };
}

function segmentsOf(events: readonly StoredEvent[], limits?: { events: number; size: number }): Uint8Array[] {
  const options = { axis: 'recorded', ...(limits === undefined ? {} : { limits }) } as const;
  return [...buildSegments(events, builtInProjection('merge'), noUpcasters, options)].map(
    ({ bytes }) => bytes,
  );
}

function spliced(bytes: Uint8Array, at: number, removed: number, ...added: number[]): Uint8Array {
  return Uint8Array.of(...bytes.subarray(0, at), ...added, ...bytes.subarray(at + removed));
}

/** What stands behind magic, format, checksum and length. */
function bodyOf(bytes: Uint8Array): Uint8Array {
  for (let length = 1; length < bytes.length; length += 1) {
    const body = bytes.slice(length);
    if (sealed(body).length === bytes.length && sealed(body).every((byte, at) => byte === bytes[at]))
      return body;
  }
  throw new Error('This is no segment.');
}

function sealed(body: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.raw(new TextEncoder().encode(SEGMENT_MAGIC));
  writer.unsigned(2);
  writer.unsigned(checksum(body));
  writer.block(body);
  return writer.finish();
}
