/** The header columns of an encoded history, checked to fit each other. */
import type { Axis } from '../event.ts';
import type { HeaderColumns } from './columns.ts';
import { Damage, type Fields, memberOf } from './encoded-fields.ts';
import type { EventMark } from './history.ts';

const INT32 = 2 ** 31 - 1;

export function decodeHeaders(fields: Fields, axis: Axis): HeaderColumns {
  const { length } = fields.list('versions');
  const occurredAt = sums('occurredAt', fields.bigints('occurredAt', length));
  const recordedAt = offsets('recordedLag', fields.bigints('recordedLag', length), occurredAt);
  const recordedHigh = offsets('highLead', fields.bigints('highLead', length), recordedAt);
  if (axis === 'occurred') demandAscending('occurredAt', occurredAt);
  else demandAscending('highLead', recordedHigh);
  const types = fields.texts('types');
  const actors = fields.texts('actors');
  return {
    length,
    versions: versionsOf(fields, length),
    positions: sums('positions', fields.bigints('positions', length)),
    types,
    typeIds: Uint32Array.from(fields.integers('typeIds', length, 0, types.length - 1)),
    actors,
    actorIds: Int32Array.from(fields.integers('actorIds', length, 0, actors.length), (id) => id - 1),
    schemaVersions: Int32Array.from(fields.integers('schemaVersions', length, -INT32, INT32)),
    occurredAt,
    recordedAt,
    recordedHigh,
    flags: Int32Array.from(fields.integers('flags', length, 0, INT32)),
    removed: Uint8Array.from(fields.integers('removed', length, 0, 1)),
    marks: marksOf(fields, length),
  };
}

function versionsOf(fields: Fields, length: number): Uint32Array {
  const versions = new Uint32Array(length);
  let version = 0;
  for (const [index, difference] of fields.integers('versions', length, -INT32, INT32).entries()) {
    version += difference;
    if (version < 1 || version > INT32) throw new Damage('versions', `holds ${version}`);
    versions[index] = version;
  }
  if (new Set(versions).size !== length) throw new Damage('versions', 'holds one version twice');
  return versions;
}

function sums(name: string, differences: readonly bigint[]): BigInt64Array {
  const values = new BigInt64Array(differences.length);
  let value = 0n;
  for (const [index, difference] of differences.entries()) {
    value = within64Bits(name, value + difference);
    values[index] = value;
  }
  return values;
}

function offsets(name: string, differences: readonly bigint[], base: BigInt64Array): BigInt64Array {
  return base.map((value, index) => within64Bits(name, value + (differences[index] ?? 0n)));
}

function within64Bits(name: string, value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new Damage(name, 'holds more than 64 bits');
  return value;
}

function demandAscending(name: string, values: BigInt64Array): void {
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0n) < (values[index - 1] ?? 0n)) throw new Damage(name, 'goes back');
  }
}

function marksOf(fields: Fields, length: number): ReadonlyMap<number, EventMark> {
  const marks = new Map<number, EventMark>();
  for (const entry of fields.list('marks')) {
    const [ordinal, kind, message]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const isKnown = typeof ordinal === 'number' && Number.isInteger(ordinal) && !marks.has(ordinal);
    if (!isKnown || ordinal < 1 || ordinal > length)
      throw new Damage('marks', 'names an event that is not there');
    if (typeof message !== 'string') throw new Damage('marks', 'lacks its message');
    marks.set(ordinal, { kind: memberOf('marks', kind, MARK_KINDS), message });
  }
  return marks;
}

const MARK_KINDS = [
  'foldError',
  'notHandled',
  'notADocument',
  'literalLost',
  'failedAction',
] as const satisfies readonly EventMark['kind'][];
