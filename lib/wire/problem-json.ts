/** Errors over HTTP: problem+json (RFC 9457), with the number that has a page in docs/errors. */
import { z } from 'zod';

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
});

export type ProblemJson = z.infer<typeof problemSchema>;

export function problemJson(status: number, title: string, code: string, detail: string): ProblemJson {
  return { type: `urn:chronoscope:error:${code}`, title, status, detail, code };
}
