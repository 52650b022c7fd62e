/** Errors over HTTP: problem+json (RFC 9457), with the number that has a page in docs/errors. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { problemSchema } from './api/problem-schema.ts';

export type ProblemJson = z.infer<typeof problemSchema>;

export function problemJson(status: number, title: string, code: string, detail: string): ProblemJson {
  return { type: `urn:chronoscope:error:${code}`, title, status, detail, code };
}

/** From parsed JSON. */
export const readProblem = (answer: unknown): ProblemJson => answerOf<ProblemJson>(answer, 'code');
