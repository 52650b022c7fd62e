/**
 * Many questions at once from standard input: one JSON object a line in, one JSON line back each, in order.
 *
 * A line that is no question gets `{"error":…}` in its place, so that answers and questions stay in step.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Problem } from '#core';
import { print } from './command-context.ts';
import { EXIT, type ExitCode } from './exit.ts';

const questionSchema = z.object({
  type: z.string(),
  id: z.string(),
  at: z.union([z.string(), z.number().int().nonnegative()]).optional(),
  from: z.union([z.string(), z.number().int().nonnegative()]).optional(),
  to: z.union([z.string(), z.number().int().nonnegative()]).optional(),
});

export interface BatchQuestion {
  readonly type: string;
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
}

export type BatchAnswer =
  | { readonly ok: true; readonly line: string }
  | { readonly ok: false; readonly error: Problem };

/** Exit code 1 when any line was answered with an error. */
export async function answerBatch(
  answer: (question: BatchQuestion) => Promise<BatchAnswer>,
): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const question = parseQuestion(line);
    const answered = question.ok ? await answer(question.question) : question;
    if (!answered.ok) exit = EXIT.refused;
    await print(
      answered.ok
        ? answered.line
        : JSON.stringify({ error: `${answered.error.code}: ${answered.error.message}` }),
    );
  }
  return exit;
}

type ParsedQuestion =
  | { readonly ok: true; readonly question: BatchQuestion }
  | { readonly ok: false; readonly error: Problem };

function parseQuestion(line: string): ParsedQuestion {
  const asJson = parseLine(line);
  const parsed = questionSchema.safeParse(asJson);
  if (!parsed.success) {
    return {
      ok: false,
      error: {
        code: 'CS-113',
        message: 'Write one JSON object a line: {"type","id","at"} or {"type","id","from","to"}.',
      },
    };
  }
  const { type, id, at, from, to } = parsed.data;
  const question = {
    type,
    id,
    at: String(at ?? 'latest'),
    from: String(from ?? 0),
    to: String(to ?? 'latest'),
  };
  return { ok: true, question };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
