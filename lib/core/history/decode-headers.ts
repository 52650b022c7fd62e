/** The header columns of a segment, checked to fit each other. */
import type { Axis } from '../event.ts';
import { type ByteReader, Damage } from './byte-reader.ts';
import { readInstants } from './instant-column.ts';
import { jsonTexts, marksOf } from './json-fields.ts';
import type { HeaderColumns } from './segment-columns.ts';

export function decodeHeaders(body: ByteReader, axis: Axis, first: number, length: number): HeaderColumns {
  // Every event takes several bytes, so a length that is not true is refused before room is made for it.
  if (length > body.left) throw new Damage('events', 'are more than there is');
  const versions = Uint32Array.from(sums(body, 'versions', length, first - 1, 1, 2 ** 32 - 1));
  const positions = sums(body, 'positions', length, 0, 1, Number.MAX_SAFE_INTEGER);
  const types = jsonTexts('types', body.text('types'));
  const typeIds = Uint32Array.from(unsigned(body, 'types', length, types.length - 1));
  const actors = jsonTexts('actors', body.text('actors'));
  const actorIds = Int32Array.from(unsigned(body, 'actors', length, actors.length), (id) => id - 1);
  const schemaVersions = Int32Array.from(sums(body, 'schemaVersions', length, 0, -(2 ** 31), 2 ** 31 - 1));
  const occurredAt = readInstants(body, 'occurredAt', length, null);
  const recordedAt = readInstants(body, 'recordedAt', length, occurredAt);
  const recordedHigh = readInstants(body, 'recordedHigh', length, recordedAt);
  demandAscending(axis === 'occurred' ? occurredAt : recordedHigh);
  const flags = Int32Array.from(unsigned(body, 'flags', length, 2 ** 31 - 1));
  const removed = Uint8Array.from(unsigned(body, 'removed', length, 1));
  const marks = marksOf(body.text('marks'), length);
  return {
    length,
    versions,
    positions,
    types,
    typeIds,
    actors,
    actorIds,
    schemaVersions,
    occurredAt,
    recordedAt,
    recordedHigh,
    flags,
    removed,
    marks,
  };
}

function unsigned(body: ByteReader, field: string, length: number, highest: number): Float64Array {
  const values = new Float64Array(length);
  for (let index = 0; index < length; index += 1) values[index] = body.unsigned(field, highest);
  return values;
}

function sums(
  body: ByteReader,
  field: string,
  length: number,
  start: number,
  lowest: number,
  highest: number,
): Float64Array {
  const values = new Float64Array(length);
  let sum = start;
  for (let index = 0; index < length; index += 1) {
    sum += body.signed(field);
    if (sum < lowest || sum > highest) throw new Damage(field, `holds ${sum}, which cannot be`);
    values[index] = sum;
  }
  return values;
}

function demandAscending(instants: BigInt64Array): void {
  for (let index = 1; index < instants.length; index += 1) {
    if ((instants[index] ?? 0n) < (instants[index - 1] ?? 0n)) {
      throw new Damage('instants', 'go back where the axis only goes on');
    }
  }
}
