/** What went wrong (RFC 9457). */
import { z } from 'zod';

export const problemSchema = z.object({
  type: z
    .string()
    .meta({ description: 'A name for this kind of problem: urn:chronoscope:error: and its number.' }),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().meta({ description: 'What is wrong with this question, and what to write instead.' }),
  code: z
    .string()
    .regex(/^CS-\d{3}$/)
    .meta({ description: 'The number that has a page in docs/errors.' }),
  at: z.int().optional().meta({ description: 'Of a query that cannot be read: where, in UTF-16 units.' }),
  end: z.int().optional().meta({ description: 'Where that ends.' }),
  suggestion: z
    .string()
    .nullable()
    .optional()
    .meta({ description: 'The whole query with this put right, where it is evident how.' }),
});
