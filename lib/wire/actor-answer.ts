/** What is said of all that one actor did. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { actorSchema } from './api/actor-schema.ts';

export type ActorAnswer = z.infer<typeof actorSchema>;

/** From parsed JSON. */
export const readActorAnswer = (answer: unknown): ActorAnswer => answerOf<ActorAnswer>(answer, 'hours');
