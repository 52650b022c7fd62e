/**
 * Which steps of an event model are drawn: the most frequent, as many as are asked for, and never more than can be read.
 *
 * Law: what is drawn and what is said to be hidden are all there is.
 */
import type { EventModelAnswer } from '#wire';

export type ModelStep = EventModelAnswer['steps'][number];

export interface DrawnModel {
  readonly steps: readonly ModelStep[];
  /** The types of events at their ends, as the model has them. */
  readonly types: EventModelAnswer['types'];
  readonly hidden: {
    readonly steps: number;
    /** How often they happened. */
    readonly events: number;
    readonly types: number;
    /** More were asked for than can be read. */
    readonly isFull: boolean;
  };
  /** How often all steps happened. */
  readonly events: number;
}

/** Beyond that no drawing is one. */
export const MOST_DRAWN = 80;
/** As many as are read at a glance. */
const AT_A_GLANCE = 26;
export const SHARE_STEP = 5;

/** The share that shows as much as is read at a glance. */
export function usualShare({ steps }: Pick<EventModelAnswer, 'steps'>): number {
  if (steps.length <= AT_A_GLANCE) return 100;
  const share = Math.floor((100 * AT_A_GLANCE) / steps.length / SHARE_STEP) * SHARE_STEP;
  return Math.max(SHARE_STEP, share);
}

export function drawnModel(model: Pick<EventModelAnswer, 'steps' | 'types'>, share: number): DrawnModel {
  const wanted = Math.ceil((model.steps.length * share) / 100);
  const steps = model.steps.slice(0, Math.min(wanted, MOST_DRAWN));
  const ends = new Set(steps.flatMap(({ before, after }) => [before, after]));
  const types = model.types.filter(({ type }) => ends.has(type));
  const times = (some: readonly ModelStep[]) => some.reduce((sum, { events }) => sum + events, 0);
  return {
    steps,
    types,
    events: times(model.steps),
    hidden: {
      steps: model.steps.length - steps.length,
      events: times(model.steps.slice(steps.length)),
      types: model.types.length - types.length,
      isFull: wanted > MOST_DRAWN,
    },
  };
}
