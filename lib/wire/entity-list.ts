/** What the browser reads of a page of entities. */
import { z } from 'zod';

export const entityListSchema = z.object({
  entities: z.array(z.object({ entityType: z.string(), entityId: z.string() })),
  next: z.string().nullable(),
});
