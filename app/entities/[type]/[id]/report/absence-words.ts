import type { ReportAnswer } from '#server';

/** Why there is no state at the moment of a report; null: there is one. */
export function absenceWords({ at, absence }: Pick<ReportAnswer, 'at' | 'absence'>): string | null {
  if (absence === null) return null;
  if (absence.why === 'before')
    return 'There is no state before the first event: the entity did not exist yet.';
  const none = `There is no state at event ${number(at.version)}:`;
  if (absence.why === 'never') return `${none} no event up to it had given the entity any.`;
  const isRemoval = absence.why === 'removed';
  if (absence.by === at.version)
    return `${none} that event ${isRemoval ? 'removed the entity' : 'took away the last of it'}.`;
  return `${none} event ${number(absence.by)} had ${isRemoval ? 'removed the entity' : 'taken away the last of it'}.`;
}

const number = (version: number): string => version.toLocaleString('en');
