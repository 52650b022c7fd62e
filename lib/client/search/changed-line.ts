/** What an event changed, in one line: the first field with its new value, and how many more there are. */
import { holdsPlace, type PathPattern, readKeyOrder } from '#core';
import type { FoundEventAnswer } from '#wire';
import type { Wording } from '../wording/wording.ts';

export interface ChangedLine {
  readonly name: string;
  /** null: the field is gone. */
  readonly value: string | null;
  /** Other fields that it changed. */
  readonly more: number;
}

/** null: it changed no field, or that is not known yet. `named`: the fields that the query speaks of, one of which stands before all others. */
export function changedLine(
  { changes, changed }: Pick<FoundEventAnswer, 'changes' | 'changed'>,
  wording: Pick<Wording, 'nameOf' | 'valueOf'>,
  named: readonly PathPattern[],
): ChangedLine | null {
  // That a list or an object came to be, or is no longer empty, says less than what stands in it.
  const change =
    changes.find(({ path }) => named.some((pattern) => holdsPlace(pattern, path))) ??
    changes.find(({ value }) => value !== null && !isMarker(value)) ??
    changes[0];
  if (change === undefined) return null;
  const { path, value, isCut } = change;
  const words = value === null ? null : isCut ? `${value}…` : wording.valueOf(value);
  return { name: wording.nameOf(path), value: words, more: (changed ?? changes.length) - 1 };
}

/** Where there is no line. */
export const noLineWords = ({ changed }: Pick<FoundEventAnswer, 'changed'>): string =>
  changed === null ? 'not known yet' : 'no field changed';

const isMarker = (value: string): boolean => value === '[]' || value === '{}' || readKeyOrder(value) !== null;
