/** What a search of the events of a namespace answers, and the address that asks it. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type {
  foundEventSchema,
  foundPageSchema,
  foundSummarySchema,
  namesSchema,
} from './api/search-schemas.ts';

export type FoundEventAnswer = z.infer<typeof foundEventSchema>;
export type FoundPageAnswer = z.infer<typeof foundPageSchema>;
export type FoundSummaryAnswer = z.infer<typeof foundSummarySchema>;
export type NamesAnswer = z.infer<typeof namesSchema>;

/** From parsed JSON. */
export const readFoundEvent = (answer: unknown): FoundEventAnswer =>
  answerOf<FoundEventAnswer>(answer, 'position');
/** From parsed JSON. */
export const readFoundPage = (answer: unknown): FoundPageAnswer =>
  answerOf<FoundPageAnswer>(answer, 'searchedTo');
/** From parsed JSON. */
export const readFoundSummary = (answer: unknown): FoundSummaryAnswer =>
  answerOf<FoundSummaryAnswer>(answer, 'counts');
/** From parsed JSON. */
export const readNames = (answer: unknown): NamesAnswer => answerOf<NamesAnswer>(answer, 'names');
