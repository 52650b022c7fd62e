/** A page of entities, as the API answers it. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { entitiesSchema, foundEntitiesSchema } from './api/entity-schemas.ts';

export type EntityList = z.infer<typeof entitiesSchema>;

/** From parsed JSON. */
export const readEntityList = (answer: unknown): EntityList => answerOf<EntityList>(answer, 'entities');

export type FoundEntityList = z.infer<typeof foundEntitiesSchema>;

/** From parsed JSON. */
export const readFoundEntities = (answer: unknown): FoundEntityList =>
  answerOf<FoundEntityList>(answer, 'changedTo');
