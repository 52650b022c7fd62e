/** Where a sequence of events was found. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { sequencesSchema } from './api/sequence-schemas.ts';

export type SequencesAnswer = z.infer<typeof sequencesSchema>;
export type SequenceStageAnswer = SequencesAnswer['stages'][number];
export type SequenceMatchAnswer = SequencesAnswer['matches'][number];
export type SequenceEventAnswer = SequenceMatchAnswer['start'];
/** An event of a step, and how long it came behind the step before. */
export type SequenceMomentAnswer = NonNullable<NonNullable<SequenceMatchAnswer['events'][number]>['first']>;

export const readSequences = (answer: unknown): SequencesAnswer =>
  answerOf<SequencesAnswer>(answer, 'stages');
