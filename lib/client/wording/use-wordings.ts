/** The wording of entities of several types, for what shows them together. */
import { useMemo } from 'react';
import { type EntityLabels, NO_LABELS } from './labels.ts';
import { useFace } from './use-face.ts';
import { type Wording, wordingOf } from './wording.ts';

/** By entity type; a type without labels has none. */
export type LabelsByType = readonly (readonly [entityType: string, labels: EntityLabels])[];

export function useWordings(labels: LabelsByType): (entityType: string) => Wording {
  const { face } = useFace();
  return useMemo(() => {
    const known = new Map(labels.map(([type, own]) => [type, wordingOf(face, own)]));
    const other = wordingOf(face, NO_LABELS);
    return (entityType: string) => known.get(entityType) ?? other;
  }, [face, labels]);
}
