/** Whether an event was upcast before it was folded, told from its header alone. */
import { createContext, useContext } from 'react';
import { EVENT_FLAGS, type EventHeader } from '#core';

/** A schema version of an event type that an upcaster reads. */
export interface UpcasterStep {
  readonly type: string;
  readonly from: number;
}

export const UpcastersContext = createContext<readonly UpcasterStep[]>([]);

export const useUpcasters = (): readonly UpcasterStep[] => useContext(UpcastersContext);

/** Not where its payload is no document, or where the upcaster failed, which the mark of the fold says. */
export function wasUpcast(
  { type, schemaVersion, flags, mark }: Pick<EventHeader, 'type' | 'schemaVersion' | 'flags' | 'mark'>,
  steps: readonly UpcasterStep[],
): boolean {
  if ((flags & EVENT_FLAGS.notADocument) !== 0 || mark?.kind === 'foldError') return false;
  return steps.some((step) => step.type === type && step.from === schemaVersion);
}
