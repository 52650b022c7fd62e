/** How far the building of a history is. */
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
