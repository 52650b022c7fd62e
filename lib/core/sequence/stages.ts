/**
 * A sequence as the stages that its matches go through one after the other, with a bit for each step.
 *
 * An absence without a time is no stage of its own where a step follows: whether it holds depends on which event that step takes, so it
 * belongs to it. One with a time is a stage, and so is one at the end: what drops out there is told apart.
 */
import type { Sequence, SequenceStep } from './sequence.ts';

export type SequenceStage =
  | {
      readonly kind: 'event';
      /** Which step, from 0; the bit of its events is `1 << step`. */
      readonly step: number;
      readonly times: number;
      /** Microseconds, Infinity: however long. */
      readonly within: number;
      /** Steps of which nothing lies between the stage before and the first event of this one. */
      readonly without: readonly number[];
    }
  | {
      readonly kind: 'absence';
      readonly step: number;
      /** Behind the event of the stage before. */
      readonly within: number;
    };

export function stagesOf({ steps }: Pick<Sequence, 'steps'>): readonly SequenceStage[] {
  const stages: SequenceStage[] = [];
  const isLastEvent = (index: number) => steps.slice(index + 1).every(({ kind }) => kind === 'absence');
  let without: number[] = [];
  for (const [step, asked] of steps.entries()) {
    const within = microsOf(asked);
    if (asked.kind === 'event') {
      stages.push({ kind: 'event', step, times: asked.times, within, without });
      without = [];
    } else if (asked.within === null && !isLastEvent(step)) without.push(step);
    else stages.push({ kind: 'absence', step, within });
  }
  return stages;
}

function microsOf({ within }: SequenceStep): number {
  return within === null ? Number.POSITIVE_INFINITY : Number(within);
}
