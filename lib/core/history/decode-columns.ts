/** The columns by path of an encoded history, checked to fit each other and the number of events. */
import { comparePaths, parsePointer } from '../pointer.ts';
import { GONE, type HistoryColumns } from './columns.ts';
import { Damage, type Fields } from './encoded-fields.ts';

type PathColumns = Pick<HistoryColumns, 'paths' | 'starts' | 'ordinals' | 'values' | 'texts'>;

export function decodeColumns(fields: Fields, events: number): PathColumns {
  const paths = pathsOf(fields);
  const texts = textsOf(fields);
  const written = fields.list('ordinals').length;
  const starts = startsOf(fields, paths.length, written);
  const ordinals = ordinalsOf(fields, starts, events, written);
  const values = Int32Array.from(fields.integers('values', written, 0, texts.length), (id) => id - 1);
  demandChanges(starts, values);
  return { paths, starts, ordinals, values, texts };
}

function pathsOf(fields: Fields): readonly string[] {
  const paths = fields.texts('paths');
  for (const [index, path] of paths.entries()) {
    if (!parsePointer(path).ok) throw new Damage('paths', 'holds something that is no pointer');
    const before = paths[index - 1];
    if (before !== undefined && comparePaths(before, path) >= 0)
      throw new Damage('paths', 'is not ascending');
  }
  return paths;
}

function textsOf(fields: Fields): readonly string[] {
  const texts = fields.texts('texts');
  if (new Set(texts).size !== texts.length) throw new Damage('texts', 'holds one text twice');
  return texts;
}

function startsOf(fields: Fields, paths: number, entries: number): Uint32Array {
  const starts = new Uint32Array(paths + 1);
  let at = 0;
  for (const [index, count] of fields.integers('counts', paths, 1, entries).entries()) {
    at += count;
    starts[index + 1] = at;
  }
  if (at !== entries) throw new Damage('counts', `adds up to ${at} instead of ${entries}`);
  return starts;
}

function ordinalsOf(fields: Fields, starts: Uint32Array, events: number, length: number): Uint32Array {
  const differences = fields.integers('ordinals', length, 1, events);
  const ordinals = new Uint32Array(length);
  for (let path = 0; path + 1 < starts.length; path += 1) {
    let ordinal = 0;
    for (let entry = starts[path] ?? 0; entry < (starts[path + 1] ?? 0); entry += 1) {
      ordinal += differences[entry] ?? 0;
      if (ordinal > events) throw new Damage('ordinals', 'names an event that is not there');
      ordinals[entry] = ordinal;
    }
  }
  return ordinals;
}

/** An entry that sets what was there already is none, and a path cannot begin by going. */
function demandChanges(starts: Uint32Array, values: Int32Array): void {
  for (let path = 0; path + 1 < starts.length; path += 1) {
    let before = GONE;
    for (let entry = starts[path] ?? 0; entry < (starts[path + 1] ?? 0); entry += 1) {
      const value = values[entry] ?? GONE;
      if (value === before) throw new Damage('values', 'holds a change that changes nothing');
      before = value;
    }
  }
}
