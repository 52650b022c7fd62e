/**
 * Many questions at once from standard input: one JSON object a line in, one JSON line back each, in order.
 *
 * A line that is no question gets `{"error":…}` in its place, so that answers and questions stay in step.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Axis, fail, ok, type Result } from '#core';
import { EXIT, type ExitCode } from './exit.ts';
import { print } from './output.ts';

const MOMENT_NAMES = ['at', 'from', 'to'] as const;
export type MomentName = (typeof MOMENT_NAMES)[number];
export type Moments = { readonly [name in MomentName]: string };

const momentSchema = z.union([z.string(), z.number().int().nonnegative().transform(String)]).optional();

/** A member that is not known would be left out of the answer without a word. */
const questionSchema = z.strictObject({
  type: z.string(),
  id: z.string(),
  axis: z.enum(['recorded', 'occurred']).optional(),
  at: momentSchema,
  from: momentSchema,
  to: momentSchema,
});

export type BatchQuestion = Moments & {
  readonly type: string;
  readonly id: string;
  /** null: as the command line says for all questions. */
  readonly axis: Axis | null;
};

/**
 * `moments`: those that a question may have; another one would be answered for a moment that was not asked. `usual`: what a question
 * leaves out. Exit code 1 when any line was answered with an error.
 */
export async function answerBatch(
  moments: readonly MomentName[],
  usual: Moments,
  answer: (question: BatchQuestion) => Promise<Result<string>>,
): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const question = parseQuestion(line, moments, usual);
    const answered = question.ok ? await answer(question.value) : question;
    if (!answered.ok) exit = EXIT.refused;
    await print(
      answered.ok
        ? answered.value
        : JSON.stringify({ error: `${answered.error.code}: ${answered.error.message}` }),
    );
  }
  return exit;
}

function parseQuestion(line: string, moments: readonly MomentName[], usual: Moments): Result<BatchQuestion> {
  const parsed = questionSchema.safeParse(parseLine(line));
  const isAsked =
    parsed.success && MOMENT_NAMES.every((name) => parsed.data[name] === undefined || moments.includes(name));
  if (!isAsked) {
    const members = ['type', 'id', ...moments].map((name) => `"${name}"`).join(',');
    return fail('CS-113', `Write one JSON object a line: {${members}}, and "axis" where it matters.`);
  }
  const { type, id, axis = null, at = usual.at, from = usual.from, to = usual.to } = parsed.data;
  return ok({ type, id, axis, at, from, to });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
