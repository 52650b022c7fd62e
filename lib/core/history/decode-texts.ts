/** The values of a segment's paths, each path's in the kind that says how they are kept. */
import { type ByteReader, Damage } from './byte-reader.ts';
import { PathTexts } from './path-texts.ts';
import { isInstant, originOf, TEXT_KINDS } from './text-kinds.ts';

/** `counts` says how many values each path took; `taken` when each was taken first, in microseconds, NaN for the base. */
export function decodeTexts(body: ByteReader, counts: Uint32Array, taken: Float64Array): PathTexts {
  const starts = new Uint32Array(counts.length + 1);
  for (const [path, count] of counts.entries()) starts[path + 1] = (starts[path] ?? 0) + count;
  const all = starts.at(-1) ?? 0;
  const kinds = Uint8Array.from(counts, () => body.unsigned('kinds', TEXT_KINDS.length - 1));
  const ends = new Uint32Array(all);
  const numbers = new Float64Array(all);
  let end = 0;
  for (let path = 0; path < counts.length; path += 1) {
    const kind = kinds[path] ?? 0;
    let before = 0;
    for (let id = starts[path] ?? 0; id < (starts[path + 1] ?? 0); id += 1) {
      if (kind === 0) end += body.unsigned('texts', 2 ** 31);
      else {
        const at = taken[id] ?? Number.NaN;
        before = (isInstant(kind) && !Number.isNaN(at) ? originOf(kind, at) : before) + body.signed('texts');
        if (!Number.isSafeInteger(before)) throw new Damage('texts', 'holds a number that is too large');
        numbers[id] = before;
      }
      ends[id] = end;
    }
  }
  const joined = body.text('texts');
  if (joined.length !== end) throw new Damage('texts', `has ${joined.length} units instead of ${end}`);
  return new PathTexts(starts, kinds, joined, ends, numbers);
}
