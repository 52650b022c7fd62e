/** How far the building of a history is, as it crosses HTTP. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { buildingSchema } from './api/building-schema.ts';

export type BuildingJson = z.infer<typeof buildingSchema>;

export function buildingJson(progress: { readonly events: number; readonly folded: number } | null): string {
  const answer: BuildingJson =
    progress === null
      ? { building: false }
      : { building: true, events: progress.events, folded: progress.folded };
  return JSON.stringify(answer);
}

/** From parsed JSON. */
export const readBuilding = (answer: unknown): BuildingJson => answerOf<BuildingJson>(answer, 'building');
