/**
 * Every change of one field: columns for drawing and counting, texts a page at a time.
 *
 * Law: the tracks of stretches that follow each other, joined, are the track of the whole. An object has no text of its own: it is
 * given whole, as far as composing it keeps a list quick, and what changes inside it is counted.
 */
import type { Change, History, ValuePageLimits } from '#core';
import { type ChangeCounts, countChanges, visibleChanges } from './visible-changes.ts';

export const FIELD_KINDS = [
  'absent',
  'null',
  'boolean',
  'number',
  'text',
  'list',
  'object',
  'inside',
] as const;

/** `inside`: something below it changed, and it has no text of its own that says so. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One member a change, ascending by ordinal. */
export interface FieldTrack {
  readonly ordinals: Uint32Array;
  /** The value as the nearest double; NaN where it is none that can be drawn. */
  readonly numbers: Float64Array;
  /** Indexes into {@link FIELD_KINDS}. */
  readonly kinds: Uint8Array;
}

/** What one change did to a field. */
export interface FieldValue {
  readonly ordinal: number;
  /** null: absent, or not composed. */
  readonly before: CutText | null;
  readonly after: CutText | null;
  readonly kind: FieldKind;
  /** Both are whole; false: too much lies below it to compose for a list. */
  readonly composed: boolean;
  /** Of the fields below it. */
  readonly inside: ChangeCounts;
}

/** Characters of a long text that a list is given of it. */
const MOST = 2_000;

/** For the values of one page: a hundred milliseconds at most. */
const LIMITS: ValuePageLimits = { events: 1_000, work: 1_000_000 };

export interface CutText {
  /** JSON, cut where it is longer than `length` says. */
  readonly text: string;
  readonly length: number;
}

export function fieldTrack(history: History, path: string, from: number, to: number): FieldTrack {
  const texts = textsOf(history, path, from, to);
  const ordinals = Uint32Array.from(history.touches(path, from, to));
  const numbers = new Float64Array(ordinals.length).fill(Number.NaN);
  const kinds = new Uint8Array(ordinals.length);
  let live = ordinals.length === 0 ? 0 : leavesIn(history, path, from - 1);
  for (const [index, ordinal] of ordinals.entries()) {
    const text = texts.get(ordinal);
    const changes = history.changesOf(ordinal).filter((change) => isWithin(change.path, path));
    for (const { before, after } of changes) live += Number(before === null) - Number(after === null);
    const kind = live === 0 ? 'absent' : kindOf(text, () => changes.filter((change) => change.path !== path));
    kinds[index] = FIELD_KINDS.indexOf(kind);
    const number = kind === 'number' ? Number(text) : Number.NaN;
    if (Number.isFinite(number)) numbers[index] = number;
  }
  return { ordinals, numbers, kinds };
}

export function joinTracks(tracks: readonly FieldTrack[]): FieldTrack {
  const length = tracks.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  const joined = {
    ordinals: new Uint32Array(length),
    numbers: new Float64Array(length),
    kinds: new Uint8Array(length),
  };
  let at = 0;
  for (const { ordinals, numbers, kinds } of tracks) {
    joined.ordinals.set(ordinals, at);
    joined.numbers.set(numbers, at);
    joined.kinds.set(kinds, at);
    at += ordinals.length;
  }
  return joined;
}

/** The changes from one ordinal to another, both included, with what was there before each. */
export function fieldValues(history: History, path: string, from: number, to: number): readonly FieldValue[] {
  const texts = textsOf(history, path, from, to);
  const { before: first, values, next } = history.valueHistory(path, from, to, LIMITS);
  const whole = new Map(values.map(({ ordinal, text }) => [ordinal, text]));
  let before = first;
  return history.touches(path, from, to).map((ordinal) => {
    const composed = next === null || ordinal < next;
    const after = whole.get(ordinal) ?? (whole.has(ordinal) ? null : before);
    const below = changesBelow(history, path, ordinal);
    const value: FieldValue = {
      ordinal,
      before: composed ? cut(before) : null,
      after: composed ? cut(after) : null,
      kind: composed && after === null ? 'absent' : kindOf(texts.get(ordinal), () => below),
      composed,
      inside: countChanges(visibleChanges(below)),
    };
    before = after;
    return value;
  });
}

/** Where the last change at or before the ordinal stands in the track; −1 where there is none. */
export function placeInTrack({ ordinals }: FieldTrack, ordinal: number): number {
  let low = 0;
  let high = ordinals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordinals[middle] ?? 0) <= ordinal) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** By the ordinals at which the field's own leaf changed; null: it went. */
function textsOf(
  history: History,
  path: string,
  from: number,
  to: number,
): ReadonlyMap<number, string | null> {
  return new Map(history.fieldHistory(path, from, to).map(({ ordinal, text }) => [ordinal, text]));
}

function leavesIn(history: History, path: string, ordinal: number): number {
  return history.stateAt(ordinal).filter((leaf) => isWithin(leaf.path, path)).length;
}

const isWithin = (path: string, above: string) => path === above || path.startsWith(`${above}/`);

function changesBelow(history: History, path: string, ordinal: number): readonly Change[] {
  return history.changesOf(ordinal).filter((change) => change.path.startsWith(`${path}/`));
}

/** `text` undefined: its own leaf did not change. */
function kindOf(text: string | null | undefined, below: () => readonly Change[]): FieldKind {
  if (text === undefined) return 'inside';
  // What was a value may have become an object, which has no leaf of its own.
  if (text === null) return below().some(({ after }) => after !== null) ? 'inside' : 'absent';
  const first = text[0] ?? '';
  if (first === '"') return 'text';
  if (first === '[') return 'list';
  if (first === '{') return text === '{}' ? 'object' : 'list';
  if (text === 'null') return 'null';
  return text === 'true' || text === 'false' ? 'boolean' : 'number';
}

function cut(text: string | null): CutText | null {
  return text === null ? null : { text: text.slice(0, MOST), length: text.length };
}
