/** What the overview of a namespace answers, and the signal that it is worth asking for again. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { overviewSchema } from './api/overview-schemas.ts';

export type OverviewAnswer = z.infer<typeof overviewSchema>;

/** From parsed JSON. */
export const readOverviewAnswer = (answer: unknown): OverviewAnswer =>
  answerOf<OverviewAnswer>(answer, 'overTime');

/** The name of its server-sent events. */
export const REACHED_EVENT = 'reached';

/** Positions, as texts. */
export interface ReachedAnswer {
  readonly searchedTo: string;
  readonly changedTo: string;
}

export const reachedBlock = (reached: ReachedAnswer): string =>
  `event: ${REACHED_EVENT}\ndata: ${JSON.stringify(reached)}\n\n`;
