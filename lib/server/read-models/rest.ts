/**
 * How long a read model rests between two steps where nobody follows the store: as long as the step took, so that a log which is written fast is
 * taken in by few large steps, which cost less than many small ones, and so that whoever writes it has the machine in the meantime. One that the
 * log was ahead of has a large step to take and does not rest.
 */

/** Nobody who looks something up is to wait for what happened much longer than a step takes. */
const LONGEST_MS = 1_000;

export interface StepTaken {
  /** Milliseconds. */
  readonly took: number;
  /** When it began, the log had more than it took in. */
  readonly wasBehind: boolean;
}

/** Milliseconds. */
export const restAfter = ({ took, wasBehind }: StepTaken): number =>
  wasBehind ? 0 : Math.min(took, LONGEST_MS);
