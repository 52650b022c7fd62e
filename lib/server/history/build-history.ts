/**
 * Folds what is open of a history, where it can be seen how far that is, and one after the other: whoever comes second waits for the
 * first, also in another process, and takes what it kept.
 */
import { ok, type Problem, type Result } from '#core';
import { type BuildTurn, type ClosedSegment, databaseProblem, type KeptSegments } from '#store';
import type { Build } from './builds.ts';
import {
  type FoldedHistory,
  foldOpen,
  type HistoryParts,
  type HistoryQuestion,
  reachOf,
} from './fold-open.ts';
import { keptSegmentsOf } from './kept-segments.ts';

export interface BuiltHistory extends FoldedHistory {
  /** The open segment as another kept it; null where `tail` has it. */
  readonly kept: ClosedSegment | null;
}

/** Fewer events are folded sooner than a connection is made to ask whose turn it is. */
const WORTH_WAITING = 4_096;

/**
 * `known`: what there is already. `heals`: what others kept is not to be trusted, so nobody is waited for.
 *
 * Errors: those of foldOpen.
 */
export async function buildHistory(
  parts: HistoryParts,
  question: HistoryQuestion,
  known: KeptSegments,
  why: 'grows' | 'heals',
): Promise<Result<BuiltHistory>> {
  const { name, version } = question;
  const build = parts.builds.begin(name, version, reachOf(known));
  let problem: Problem | null = UNFORESEEN;
  try {
    const built =
      why === 'grows' && version - reachOf(known) > WORTH_WAITING
        ? await buildInTurn(parts, question, known, build)
        : await folded(parts, question, known, build);
    problem = built.ok ? null : built.error;
    return built;
  } catch (error) {
    problem = databaseProblem(error) ?? UNFORESEEN;
    throw error;
  } finally {
    parts.builds.end(name, build, problem);
  }
}

const UNFORESEEN: Problem = {
  code: 'CS-500',
  message: 'Something failed that should not. The log of the server says what.',
};

async function buildInTurn(
  parts: HistoryParts,
  question: HistoryQuestion,
  known: KeptSegments,
  build: Build,
): Promise<Result<BuiltHistory>> {
  const turn = await parts.store.segments.turn(question.name, build.reach);
  let built: Result<BuiltHistory> | null = null;
  try {
    const now = turn.waited ? await keptBy(parts, question, known) : known;
    built =
      reachOf(now) === question.version
        ? ok({ closed: now.closed, tail: null, kept: now.open, settled: Promise.resolve(ok(undefined)) })
        : await folded(parts, question, now, build);
  } finally {
    if (built?.ok !== true) await turn.over();
  }
  return built.ok ? ok({ ...built.value, settled: endedWith(built.value.settled, turn) }) : built;
}

/** The turn is over when all of it is in the store: until then, nobody else could take it from there. */
function endedWith(settled: FoldedHistory['settled'], turn: BuildTurn): FoldedHistory['settled'] {
  const ended = settled.finally(() => turn.over());
  ended.catch(() => undefined);
  return ended;
}

/** What another kept meanwhile, up to the version that was asked for; `known` where that is more. */
async function keptBy(
  { store }: HistoryParts,
  { stream, name, axis, version }: HistoryQuestion,
  known: KeptSegments,
): Promise<KeptSegments> {
  const kept = await keptSegmentsOf(store, stream, name, axis);
  const closed = kept.closed.filter(({ last }) => last <= version);
  const isWhole = closed.length === kept.closed.length;
  const open = isWhole && kept.open !== null && kept.open.last <= version ? kept.open : null;
  return reachOf({ closed, open }) > reachOf(known) ? { closed, open } : known;
}

async function folded(
  parts: HistoryParts,
  question: HistoryQuestion,
  known: KeptSegments,
  build: Build,
): Promise<Result<BuiltHistory>> {
  const made = await foldOpen(parts, question, known, build.reach);
  return made.ok ? ok({ ...made.value, kept: null }) : made;
}
