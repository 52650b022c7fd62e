/** Which events of a stream hold a text, as far as was looked. */
import { z } from 'zod';

export const textMatchesSchema = z
  .object({
    versions: z.array(z.int()).meta({ description: 'Those that hold the text, ascending.' }),
    through: z.int().meta({
      description: 'How far was looked, a version. Ask again with it as `after` while it is below `head`.',
    }),
    head: z.int().meta({ description: 'The newest version of the stream.' }),
  })
  .meta({ description: 'The events of one stretch whose payload, type or metadata holds the text.' });

export type TextMatches = z.infer<typeof textMatchesSchema>;
