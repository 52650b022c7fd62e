/** Errors over HTTP: problem+json (RFC 9457), with the number that has a page in docs/errors. */
import type { z } from 'zod';
import type { Problem, QueryProblem } from '#core';
import { answerOf } from './answer-of.ts';
import type { problemSchema } from './api/problem-schema.ts';

export type ProblemJson = z.infer<typeof problemSchema>;

export function problemJson(status: number, title: string, problem: Problem | QueryProblem): ProblemJson {
  const { code, message } = problem;
  const said = { type: `urn:chronoscope:error:${code}`, title, status, detail: message, code };
  if (!('suggestion' in problem)) return said;
  const { at, end, suggestion } = problem;
  return { ...said, at, end, suggestion };
}

/** From parsed JSON. */
export const readProblem = (answer: unknown): ProblemJson => answerOf<ProblemJson>(answer, 'code');
