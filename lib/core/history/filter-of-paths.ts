/** Makes the filter of the paths that a segment changed; apart from the filter itself, which is also read where none is made. */
import { bitsOf, PathFilter } from './path-filter.ts';

const BITS_PER_PATH = 10;
const MOST_BYTES = 1_024;

/** Of the paths and of every object and array above them. */
export function filterOfPaths(changed: readonly string[]): PathFilter {
  const paths = withParents(changed);
  const size = Math.min(MOST_BYTES, Math.ceil((paths.size * BITS_PER_PATH) / 8) + 1);
  const bytes = new Uint8Array(size);
  for (const path of paths) {
    for (const bit of bitsOf(path, size * 8)) bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
  return new PathFilter(bytes);
}

function withParents(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set(paths);
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1)) {
      all.add(path.slice(0, end));
      if (end === 0) break;
    }
  }
  return all;
}
