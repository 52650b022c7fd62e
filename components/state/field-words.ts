/** What became of a field, in words. */

import type { FieldValue } from '#client/field-track';
import { FIELD_KINDS, type FieldKind, type FieldTrack } from '#client/field-track';
import { countsInWords } from '#client/visible-changes';

export const kindAt = ({ kinds }: FieldTrack, place: number): FieldKind =>
  FIELD_KINDS[kinds[place] ?? 0] ?? 'absent';

/** What the change at this place did that its values do not say by themselves; null: nothing. `place` counts from 0. */
export function turnWords(track: FieldTrack, place: number): string | null {
  const kind = kindAt(track, place);
  if (kind === 'absent') return 'removed';
  if (place === 0) return kind === 'inside' ? null : 'set for the first time';
  const before = kindAt(track, place - 1);
  if (before === 'absent') return 'came back';
  if (kind === before || kind === 'inside' || before === 'inside' || kind === 'null' || before === 'null')
    return null;
  return `${KIND_NOUNS[before]} became ${KIND_NOUNS[kind]}`;
}

/** What changed below it. */
export function insideWords({ inside }: FieldValue): string {
  return countsInWords(inside);
}

/** Why a field has no value where the playhead is. `place`: of the last change up to there, −1 for none. */
export function absenceWords(track: FieldTrack, place: number): string {
  if (track.ordinals.length === 0) return 'No event ever set this field';
  return place < 0 ? 'Not set yet' : 'Removed';
}

const KIND_NOUNS: Readonly<Record<FieldKind, string>> = {
  absent: 'nothing',
  null: 'null',
  boolean: 'truth value',
  number: 'number',
  text: 'text',
  list: 'list',
  object: 'empty object',
  inside: 'container',
};
