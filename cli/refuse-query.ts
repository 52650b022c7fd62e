/** A query that cannot be read is shown with the place, and as it may have been meant. */
import type { Problem, QueryProblem } from '#core';
import { EXIT, type ExitCode } from './exit.ts';
import { refuse, say } from './output.ts';

const ZONES: ReadonlySet<string> = new Set(['CS-121', 'CS-124']);

export function refuseQuery(problem: Problem | QueryProblem, text: string): ExitCode {
  const { place: _inText, ...rest } = problem;
  const exit = refuse('suggestion' in problem ? rest : problem);
  // A zone that there is not is refused in files as well, where nobody can put it right on the command line.
  if (!('suggestion' in problem)) return ZONES.has(problem.code) ? EXIT.wrongUse : exit;
  const { at, end, suggestion } = problem;
  say(`  ${text}`);
  say(`  ${' '.repeat(at)}${'^'.repeat(Math.max(1, end - at))}`);
  if (suggestion !== null) say(`Perhaps: ${suggestion}`);
  return exit;
}
