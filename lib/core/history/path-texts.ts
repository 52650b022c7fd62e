/**
 * The values that the paths of a segment took, each path with a dictionary of its own, read one at a time.
 *
 * Most are kept as JSON text, end to end in one string. Where all values of a path are numbers with few decimals, or instants
 * written alike, they are kept as numbers (see text-kinds.ts), which take a fraction of the room; their text is made when asked for.
 */
import { textOfNumber } from './text-kinds.ts';

export class PathTexts {
  constructor(
    /** How many texts each path has; those of path `i` are counted from starts[i]. */
    readonly starts: Uint32Array,
    /** Of each path, an index into TEXT_KINDS. */
    private readonly kinds: Uint8Array,
    private readonly joined: string,
    /** Where the text ends in `joined`; for numbers, nothing. */
    private readonly ends: Uint32Array,
    /** The number behind the text, for kinds of numbers. */
    private readonly numbers: Float64Array,
  ) {}

  /** The JSON text with this index among those of the path. */
  at(path: number, index: number): string {
    const id = (this.starts[path] ?? 0) + index;
    const kind = this.kinds[path] ?? 0;
    if (kind !== 0) return textOfNumber(kind, this.numbers[id] ?? 0);
    return this.joined.slice(id === 0 ? 0 : this.ends[id - 1], this.ends[id]);
  }
}
