import { totalmem } from 'node:os';

const MIB = 1_048_576;
/** What PostgreSQL takes where nobody says anything. */
const LEAST = 128;
/** Of more than this an index that is written in no order gains little, and the machine has other work. */
const MOST = 1_024;

/**
 * PostgreSQL's own cache, in MiB: an eighth of the memory there is. With its default of 128 MiB the indexes of the read models do not
 * fit into it after some hundred thousand events, and each row that is written reads pages back that were just written out.
 */
export function sharedBuffers(bytes: number = memory()): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(bytes / MIB / 8)));
}

/** Of the machine, or of the container that this runs in; the latter is 0 or beyond all memory where there is no bound. */
function memory(): number {
  const bound = process.constrainedMemory();
  const all = totalmem();
  return bound > 0 ? Math.min(bound, all) : all;
}
