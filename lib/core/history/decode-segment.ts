/**
 * Reads what encodeSegment wrote, without folding. What it does not know or cannot trust it refuses, never guesses.
 */
import { isPath } from '../keyed/leaf-path.ts';
import { comparePaths } from '../pointer.ts';
import { fail, ok, type Result } from '../result.ts';
import { ByteReader, Damage } from './byte-reader.ts';
import { checksum } from './checksum.ts';
import { decodeHeaders } from './decode-headers.ts';
import { decodeTexts } from './decode-texts.ts';
import { SEGMENT_FORMAT, SEGMENT_MAGIC } from './encode-segment.ts';
import { headOf, jsonTexts } from './json-fields.ts';
import { Segment } from './segment.ts';
import { GONE, type SegmentColumns } from './segment-columns.ts';

/** CS-130: another format. CS-131: not whole (cut or altered). CS-132: whole, but its columns contradict each other. */
export function decodeSegment(bytes: Uint8Array): Result<Segment> {
  try {
    const body = bodyOf(bytes);
    return body.ok ? ok(new Segment(columnsOf(new ByteReader(body.value)))) : body;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return fail('CS-132', `The segment contradicts itself: ${error.message}.`, error.field);
  }
}

function bodyOf(bytes: Uint8Array): Result<Uint8Array> {
  const damaged = (why: string) => fail('CS-131', `The segment is damaged: ${why}.`);
  const magic = Array.from(bytes.subarray(0, SEGMENT_MAGIC.length), (byte) => String.fromCharCode(byte));
  if (magic.join('') !== SEGMENT_MAGIC) return damaged('it does not begin as one');
  try {
    const reader = new ByteReader(bytes.subarray(SEGMENT_MAGIC.length));
    const format = reader.unsigned('format', 2 ** 31);
    if (format !== SEGMENT_FORMAT) {
      const message = `The segment is in format ${format}; this program reads format ${SEGMENT_FORMAT}.`;
      return fail('CS-130', message);
    }
    const sum = reader.unsigned('check', 2 ** 32 - 1);
    const body = reader.block('body');
    if (reader.left > 0) return damaged('there is something behind its end');
    return checksum(body) === sum ? ok(body) : damaged('its checksum does not fit its bytes');
  } catch (error) {
    if (error instanceof Damage) return damaged(error.message);
    throw error;
  }
}

function columnsOf(body: ByteReader): SegmentColumns {
  const { axis, projection } = headOf(body.text('head'));
  const first = body.unsigned('first', 2 ** 31);
  if (first === 0) throw new Damage('first', 'is 0, but ordinals begin with 1');
  const length = body.unsigned('events', 2 ** 31);
  const headers = decodeHeaders(body, axis, first, length);
  const paths = pathsOf(body);
  const starts = startsOf(body, paths.length);
  const ordinals = ordinalsOf(body, starts, first, length);
  const { values, fresh, taken } = valuesOf(body, starts, ordinals, first, headers.occurredAt);
  const texts = decodeTexts(body, fresh, taken);
  if (body.left > 0) throw new Damage('body', 'goes on behind its end');
  return { axis, projection, first, headers, paths, starts, ordinals, values, texts };
}

function pathsOf(body: ByteReader): readonly string[] {
  const paths = jsonTexts('paths', body.text('paths'));
  for (const [index, path] of paths.entries()) {
    if (!isPath(path)) throw new Damage('paths', 'holds something that is no path');
    const before = paths[index - 1];
    if (before !== undefined && comparePaths(before, path) >= 0)
      throw new Damage('paths', 'is not ascending');
  }
  return paths;
}

function startsOf(body: ByteReader, paths: number): Uint32Array {
  const starts = new Uint32Array(paths + 1);
  let at = 0;
  for (let path = 0; path < paths; path += 1) {
    const count = body.unsigned('counts', body.left);
    if (count === 0) throw new Damage('counts', 'holds a path without entries');
    at += count;
    starts[path + 1] = at;
  }
  // Every entry takes at least two bytes, so a count that is not true is refused before room is made for it.
  if (at > body.left) throw new Damage('counts', 'adds up to more than there is');
  return starts;
}

function ordinalsOf(body: ByteReader, starts: Uint32Array, first: number, events: number): Uint32Array {
  const ordinals = new Uint32Array(starts.at(-1) ?? 0);
  const last = first + events - 1;
  for (let path = 0; path + 1 < starts.length; path += 1) {
    let before = first - 1;
    const from = starts[path] ?? 0;
    for (let entry = from; entry < (starts[path + 1] ?? 0); entry += 1) {
      const distance = body.unsigned('ordinals', last);
      if (distance === 0) {
        if (entry !== from) throw new Damage('ordinals', 'has a base entry behind another');
        ordinals[entry] = first - body.unsigned('ordinals', first - 1);
        if (ordinals[entry] === first) throw new Damage('ordinals', 'has a base entry that is none');
        continue;
      }
      before += distance;
      if (before > last) throw new Damage('ordinals', 'names an event that is not there');
      ordinals[entry] = before;
    }
  }
  return ordinals;
}

/**
 * `fresh` is how many values each path took, `taken` when the events that took them first occurred (NaN for the base). An entry
 * that sets what was there already is none; a path cannot begin by going.
 */
function valuesOf(
  body: ByteReader,
  starts: Uint32Array,
  ordinals: Uint32Array,
  first: number,
  occurredAt: BigInt64Array,
): { readonly values: Int32Array; readonly fresh: Uint32Array; readonly taken: Float64Array } {
  const values = new Int32Array(ordinals.length);
  const fresh = new Uint32Array(starts.length - 1);
  const taken = new Float64Array(ordinals.length);
  let all = 0;
  for (let path = 0; path + 1 < starts.length; path += 1) {
    let before = GONE;
    let known = 0;
    for (let entry = starts[path] ?? 0; entry < (starts[path + 1] ?? 0); entry += 1) {
      const code = body.unsigned('values', known + 1);
      const value = code === 0 ? GONE : code === 1 ? known : code - 2;
      if (value === before) throw new Damage('values', 'holds a change that changes nothing');
      if (code === 1) {
        taken[all] = Number(occurredAt[(ordinals[entry] ?? 0) - first] ?? Number.NaN);
        known += 1;
        all += 1;
      }
      values[entry] = value;
      before = value;
    }
    fresh[path] = known;
  }
  return { values, fresh, taken };
}
