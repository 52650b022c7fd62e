/** What is said of all that one actor did. */
import type { z } from 'zod';
import type { actorSchema } from './api/actor-schema.ts';

export type ActorAnswer = z.infer<typeof actorSchema>;
