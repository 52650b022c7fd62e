/** Which events of a stream hold a text, as far as was looked. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { textMatchesSchema } from './api/related-schemas.ts';

export type TextMatches = z.infer<typeof textMatchesSchema>;

/** From parsed JSON. */
export const readTextMatches = (answer: unknown): TextMatches => answerOf<TextMatches>(answer, 'versions');
