/**
 * How well a text answers to what was typed: all typed characters, in their order, with gaps between them.
 *
 * It is the best alignment by dynamic programming with affine gaps (Gotoh 1982), scored as fzf's FuzzyMatchV2 does it: the beginning of a
 * word or of a hump in camelCase counts more, neighbours count more than strays. Law: every typed text finds itself, and
 * better than anything longer that begins with it.
 */
export interface FuzzyMatch {
  readonly score: number;
  /** Indexes of the characters that matched, ascending. */
  readonly at: readonly number[];
}

/** Typed words may stand in any order, each has to be there; what was typed is nothing: everything matches, alike. */
export function fuzzyMatch(typed: string, text: string): FuzzyMatch | null {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  const at = new Set<number>();
  let score = 0;
  for (const word of words) {
    const match = matchWord(word, text);
    if (match === null) return null;
    score += match.score;
    for (const index of match.at) at.add(index);
  }
  // Of two that match alike the one with less beside it.
  return {
    score: score - (words.length === 0 ? 0 : Math.min(1, text.length / 1_000)),
    at: [...at].sort((a, b) => a - b),
  };
}

const MATCH = 16;
const GAP_OPENS = -3;
const GAP_GOES_ON = -1;
const AT_BEGINNING = 10;
const AT_WORD = 8;
const AT_HUMP = 7;
/** More than another beginning is worth, so that a run stays whole. */
const NEIGHBOUR = 9;
/** Beyond it only whole runs are looked for: the table would be too large. */
const LONGEST = 512;

function matchWord(word: string, text: string): FuzzyMatch | null {
  const needle = word.toLowerCase();
  const hay = text.toLowerCase();
  // Some letters change their length with their case; then indexes would not fit.
  const isPlain = hay.length === text.length && text.length <= LONGEST;
  return isPlain && needle.length <= LONGEST ? align(needle, hay, text) : contain(needle, hay);
}

function contain(needle: string, hay: string): FuzzyMatch | null {
  return hay.includes(needle) ? { score: needle.length * MATCH, at: [] } : null;
}

/** best[i][j]: with the i-th typed character on the j-th of the text; came[i][j]: where the one before it was. */
function align(needle: string, hay: string, text: string): FuzzyMatch | null {
  const width = hay.length;
  let before = new Float64Array(width).fill(0);
  const came: Int32Array[] = [];
  for (let i = 0; i < needle.length; i += 1) {
    const row = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(width).fill(-1);
    let gap = Number.NEGATIVE_INFINITY;
    let gapFrom = -1;
    for (let j = 0; j < width; j += 1) {
      if (i > 0 && j > 1) {
        // The place two before begins a gap of one; those further back go on.
        const opened = (before[j - 2] ?? 0) + GAP_OPENS;
        gap += GAP_GOES_ON;
        if (opened > gap) [gap, gapFrom] = [opened, j - 2];
      }
      if (hay[j] !== needle[i]) continue;
      const bonus = bonusAt(text, j);
      const neighbour =
        i > 0 && j > 0 ? (before[j - 1] ?? 0) + Math.max(bonus, NEIGHBOUR) : Number.NEGATIVE_INFINITY;
      const best = i === 0 ? bonus * 2 : Math.max(neighbour, gap + bonus);
      if (best === Number.NEGATIVE_INFINITY) continue;
      row[j] = best + MATCH;
      from[j] = i === 0 ? -1 : neighbour >= gap + bonus ? j - 1 : gapFrom;
    }
    came.push(from);
    before = row;
  }
  return traceBack(before, came);
}

function traceBack(last: Float64Array, came: readonly Int32Array[]): FuzzyMatch | null {
  let end = -1;
  for (let j = 0; j < last.length; j += 1)
    if ((last[j] ?? 0) > (end < 0 ? Number.NEGATIVE_INFINITY : (last[end] ?? 0))) end = j;
  if (end < 0) return null;
  const at: number[] = [];
  for (let i = came.length - 1, j = end; i >= 0; i -= 1) {
    at.unshift(j);
    j = came[i]?.[j] ?? -1;
  }
  return { score: last[end] ?? 0, at };
}

function bonusAt(text: string, index: number): number {
  if (index === 0) return AT_BEGINNING;
  const [previous = '', here = ''] = [text[index - 1], text[index]];
  if (!WORD.test(previous)) return WORD.test(here) ? AT_WORD : 0;
  return (/\p{Ll}/u.test(previous) && /\p{Lu}/u.test(here)) || (!/\d/.test(previous) && /\d/.test(here))
    ? AT_HUMP
    : 0;
}

const WORD = /[\p{L}\p{N}]/u;
