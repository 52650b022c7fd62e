/**
 * Writes a segment as bytes, in the format that docs/segment-format.md describes.
 *
 * Law: decodeSegment(encodeSegment(c)) answers everything as c does. The bytes are made to be gzipped: small differences, values
 * of one path beside each other, and a value that a path takes for the first time is a 1 wherever it happens.
 */
import type { StoredEvent } from '../event.ts';
import { ByteWriter } from './byte-writer.ts';
import { checksum } from './checksum.ts';
import type { EventMark, ProjectionLabel } from './history.ts';
import { writeInstants } from './instant-column.ts';
import { TextIds } from './text-ids.ts';
import { isInstant, kindOfText, numberOfText, originOf } from './text-kinds.ts';

export const SEGMENT_FORMAT = 2;
export const SEGMENT_MAGIC = 'CSEG';

export interface SegmentParts {
  readonly axis: 'recorded' | 'occurred';
  readonly projection: ProjectionLabel;
  readonly first: number;
  readonly events: readonly HeaderFields[];
  /** By index. */
  readonly marks: ReadonlyMap<number, EventMark>;
  /** Ascending by path; entries before `first` are the base. */
  readonly columns: readonly PathColumn[];
}

export type HeaderFields = Pick<
  StoredEvent,
  | 'version'
  | 'position'
  | 'type'
  | 'schemaVersion'
  | 'actor'
  | 'occurredAt'
  | 'recordedAt'
  | 'recordedHigh'
  | 'flags'
  | 'removed'
>;

export interface PathColumn {
  readonly path: string;
  /** Ascending. */
  readonly ordinals: readonly number[];
  /** JSON text, null: gone. */
  readonly texts: readonly (string | null)[];
}

export function encodeSegment(parts: SegmentParts): Uint8Array {
  const body = new ByteWriter();
  writeHead(body, parts);
  writeHeaders(body, parts);
  writeColumns(body, parts);
  const bytes = body.finish();
  const whole = new ByteWriter();
  whole.raw(new TextEncoder().encode(SEGMENT_MAGIC));
  whole.unsigned(SEGMENT_FORMAT);
  whole.unsigned(checksum(bytes));
  whole.block(bytes);
  return whole.finish();
}

function writeHead(body: ByteWriter, { axis, projection, first, events }: SegmentParts): void {
  const { kind, hash, name } = projection;
  body.text(JSON.stringify({ axis, projection: { kind, hash, name } }));
  body.unsigned(first);
  body.unsigned(events.length);
}

function writeHeaders(body: ByteWriter, { first, events, marks }: SegmentParts): void {
  const types = new TextIds();
  const actors = new TextIds();
  writeDifferences(
    body,
    events.map((event) => event.version),
    first - 1,
  );
  writeDifferences(
    body,
    events.map((event) => Number(event.position)),
    0,
  );
  const typeIds = events.map((event) => types.idOf(event.type));
  const actorIds = events.map(({ actor }) => (actor === null ? 0 : actors.idOf(actor) + 1));
  body.text(JSON.stringify(types.texts));
  for (const id of typeIds) body.unsigned(id);
  body.text(JSON.stringify(actors.texts));
  for (const id of actorIds) body.unsigned(id);
  writeDifferences(
    body,
    events.map((event) => event.schemaVersion),
    0,
  );
  const occurredAt = events.map((event) => event.occurredAt);
  const recordedAt = events.map((event) => event.recordedAt);
  const recordedHigh = events.map((event) => event.recordedHigh);
  writeInstants(body, occurredAt, null);
  writeInstants(body, recordedAt, occurredAt);
  writeInstants(body, recordedHigh, recordedAt);
  for (const { flags } of events) body.unsigned(flags);
  for (const { removed } of events) body.unsigned(Number(removed));
  body.text(JSON.stringify([...marks].map(([index, { kind, message }]) => [index, kind, message])));
}

function writeDifferences(body: ByteWriter, values: readonly number[], start: number): void {
  let before = start;
  for (const value of values) {
    body.signed(value - before);
    before = value;
  }
}

/** All counts, then all ordinals, then all values: alike beside alike. */
function writeColumns(body: ByteWriter, { first, columns, events }: SegmentParts): void {
  body.text(JSON.stringify(columns.map(({ path }) => path)));
  const codes = columns.map((column) => codesOf(column));
  for (const { ordinals } of columns) body.unsigned(ordinals.length);
  for (const { ordinals } of columns) writeOrdinals(body, ordinals, first);
  for (const { codes: column } of codes) for (const code of column) body.unsigned(code);
  const occurredAt = (ordinal: number) => Number(events[ordinal - first]?.occurredAt ?? 0n);
  writeTexts(
    body,
    codes.map(({ fresh, freshAt }) => ({
      texts: fresh,
      taken: freshAt.map((ordinal) => (ordinal < first ? null : occurredAt(ordinal))),
    })),
  );
}

/** A first entry of the base says 0 and then how long before `first` it was set; any other, how far from the one before. */
function writeOrdinals(body: ByteWriter, ordinals: readonly number[], first: number): void {
  let before = first - 1;
  for (const ordinal of ordinals) {
    if (ordinal < first) {
      body.unsigned(0);
      body.unsigned(first - ordinal);
      continue;
    }
    body.unsigned(ordinal - before);
    before = ordinal;
  }
}

/** 0: gone; 1: a value that this path takes for the first time; 2 and up: the value with index code − 2 among those it took. */
function codesOf({ ordinals, texts }: PathColumn): {
  readonly codes: readonly number[];
  readonly fresh: readonly string[];
  /** The ordinals at which they were taken first. */
  readonly freshAt: readonly number[];
} {
  const known = new TextIds();
  const freshAt: number[] = [];
  const codes = texts.map((text, entry) => {
    if (text === null) return 0;
    const before = known.texts.length;
    const id = known.idOf(text);
    if (id !== before) return id + 2;
    freshAt.push(ordinals[entry] ?? 0);
    return 1;
  });
  return { codes, fresh: known.texts, freshAt };
}

/** The values of one path, and when the events that took them first occurred; null for the base. */
interface Dictionary {
  readonly texts: readonly string[];
  readonly taken: readonly (number | null)[];
}

function writeTexts(body: ByteWriter, dictionaries: readonly Dictionary[]): void {
  const written = dictionaries.map((dictionary) => ({ ...dictionary, ...smallestKind(dictionary.texts) }));
  const joined: string[] = [];
  for (const { kind } of written) body.unsigned(kind);
  for (const { kind, texts, numbers, taken } of written) {
    if (kind === 0) {
      for (const text of texts) body.unsigned(text.length);
      joined.push(...texts);
    } else writeNumbers(body, kind, numbers, taken);
  }
  body.text(joined.join(''));
}

/** An instant says how far it is from its event's own, which mostly is nothing; any other number, from the one before. */
function writeNumbers(
  body: ByteWriter,
  kind: number,
  numbers: readonly number[],
  taken: readonly (number | null)[],
): void {
  let before = 0;
  for (const [index, number] of numbers.entries()) {
    const at = taken[index] ?? null;
    body.signed(number - (at !== null && isInstant(kind) ? originOf(kind, at) : before));
    before = number;
  }
}

/** A single value gains nothing from being a number. */
function smallestKind(texts: readonly string[]): {
  readonly kind: number;
  readonly numbers: readonly number[];
} {
  const kind = texts.length > 1 ? kindOfAll(texts) : 0;
  if (kind === 0) return { kind, numbers: [] };
  return { kind, numbers: texts.map((text) => numberOfText(kind, text) ?? 0) };
}

/** The kind that takes every text, or 0: of decimals that with the most places, of instants the one that they share. */
function kindOfAll(texts: readonly string[]): number {
  let kind = 0;
  for (const text of texts) {
    const own = kindOfText(text);
    if (own === 0 || (kind !== 0 && own !== kind && (isInstant(own) || isInstant(kind)))) return 0;
    kind = Math.max(kind, own);
  }
  return kind;
}
