/** How far the building of a history is, as it crosses HTTP. */
import { z } from 'zod';

export const buildingSchema = z
  .union([
    z.object({
      building: z.literal(true),
      events: z.int().min(1).meta({ description: 'How many there are to read.' }),
      folded: z.int().min(0).meta({ description: 'How many of them were read.' }),
    }),
    z
      .object({ building: z.literal(false) })
      .meta({ description: 'It is built, or nobody has asked for it yet.' }),
  ])
  .meta({ description: 'How far the building of a history is. The count never goes back.' });

export type BuildingJson = z.infer<typeof buildingSchema>;

export function buildingJson(progress: { readonly events: number; readonly folded: number } | null): string {
  const answer: BuildingJson =
    progress === null
      ? { building: false }
      : { building: true, events: progress.events, folded: progress.folded };
  return JSON.stringify(answer);
}
