/** Where a sequence of events was found. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { sequencesSchema } from './api/sequence-schemas.ts';

export type SequencesAnswer = z.infer<typeof sequencesSchema>;
export type SequenceStageAnswer = SequencesAnswer['stages'][number];
export type SequenceMatchAnswer = SequencesAnswer['matches'][number];
export type SequenceEventAnswer = SequenceMatchAnswer['start'];

export const readSequences = (answer: unknown): SequencesAnswer =>
  answerOf<SequencesAnswer>(answer, 'stages');
