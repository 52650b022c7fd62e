/**
 * Room on the disk of the log, looked at before it is gone: a PostgreSQL that meets a full disk in the middle of its work may end,
 * and starts again only when there is room.
 */
import { LIMITS, type Problem } from '#core';

/** Free bytes on the disk of the log; null where nobody can tell, as with a server elsewhere. */
export type FreeBytes = () => Promise<number | null>;

export const unknownRoom: FreeBytes = async () => null;

/** Why nothing is appended now, or null. */
export function roomProblem(freeBytes: number | null): Problem | null {
  if (freeBytes === null || freeBytes >= LIMITS.freeBytes) return null;
  const message = `${leftWords(freeBytes)} Nothing is added below ${mebibytes(LIMITS.freeBytes)}, what was added before is kept. Make room, then do it again.`;
  return { code: 'CS-323', message };
}

/** What to say while there is still time, or null. */
export function roomWarning(freeBytes: number | null): string | null {
  if (freeBytes === null || freeBytes >= LIMITS.lowFreeBytes) return null;
  const isRefused = freeBytes < LIMITS.freeBytes;
  const bound = mebibytes(LIMITS.freeBytes);
  return `${leftWords(freeBytes)} ${isRefused ? `Below ${bound} nothing is added (CS-323).` : `Nothing will be added below ${bound}.`}`;
}

const leftWords = (freeBytes: number): string => `The disk of the log has ${mebibytes(freeBytes)} left.`;

// Rounded down, so that a number just below a bound never reads as the bound.
const mebibytes = (bytes: number): string => `${Math.floor(bytes / 1_048_576).toLocaleString('en')} MiB`;
