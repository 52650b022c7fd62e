import type { Face } from './face.ts';
import { humanisedType, labelOfPath, NO_LABELS } from './labels.ts';
import type { LabelsByType } from './use-wordings.ts';
import { wordingOf } from './wording.ts';

/** How the face says names that are not of one entity: of a whole namespace, or of all its types together. */
export interface Names {
  typeOf(entityType: string): string;
  eventOf(type: string): string;
  /** Of a field that entities of several types may have: its label, where all that give it one agree. */
  fieldOf(path: string): string;
}

const AS_WRITTEN: Names = {
  typeOf: (entityType) => entityType,
  eventOf: (type) => type,
  fieldOf: (path) => path,
};

export function namesOf(face: Face, labels: LabelsByType): Names {
  if (face === 'developer') return AS_WRITTEN;
  const events = new Map(labels.flatMap(([, own]) => own.events));
  const wordings = new Map(labels.map(([type, own]) => [type, wordingOf(face, own)]));
  const other = wordingOf(face, NO_LABELS);
  return {
    typeOf: (entityType) => (wordings.get(entityType) ?? other).typeOf(entityType),
    eventOf: (type) => events.get(type) ?? humanisedType(type),
    fieldOf: (path) => {
      const [label, ...others] = new Set(labels.flatMap(([, own]) => labelOfPath(own, path) ?? []));
      return label !== undefined && others.length === 0 ? label : other.nameOf(path);
    },
  };
}
