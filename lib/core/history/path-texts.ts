/**
 * The values that the paths of a segment took, each path with a dictionary of its own, read one at a time.
 *
 * Most are kept as JSON text, end to end in one string. Where all values of a path are numbers with few decimals, or instants
 * written alike, they are kept as numbers (see text-kinds.ts), which take a fraction of the room; their text is made when asked for.
 */
import { sharedText } from './shared-texts.ts';
import { textOfNumber } from './text-kinds.ts';

/** A path that took more values than that seldom takes one of them again. */
const FEW = 512;

export class PathTexts {
  /** Of paths that took few values: those that were asked for. */
  private readonly made: (string | undefined)[];

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
  ) {
    this.made = new Array(ends.length);
  }

  /** The JSON text with this index among those of the path. */
  at(path: number, index: number): string {
    const start = this.starts[path] ?? 0;
    const id = start + index;
    if ((this.starts[path + 1] ?? 0) - start > FEW) return this.textOf(path, id);
    const known = this.made[id];
    if (known !== undefined) return known;
    const text = sharedText(this.textOf(path, id));
    this.made[id] = text;
    return text;
  }

  private textOf(path: number, id: number): string {
    const kind = this.kinds[path] ?? 0;
    if (kind !== 0) return textOfNumber(kind, this.numbers[id] ?? 0);
    return this.joined.slice(id === 0 ? 0 : this.ends[id - 1], this.ends[id]);
  }
}
