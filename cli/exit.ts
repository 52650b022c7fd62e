/** Exit codes of every command. */
import type { Problem } from '#core';

export const EXIT = { done: 0, refused: 1, wrongUse: 2, notThen: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Settings and options, moments, and inputs: what the user can put right on the command line itself. */
const WRONG_USE: ReadonlySet<string> = new Set([
  'CS-106',
  'CS-110',
  'CS-111',
  'CS-112',
  'CS-115',
  'CS-150',
  'CS-151',
  'CS-152',
  'CS-153',
  'CS-154',
  'CS-203',
  'CS-209',
  'CS-210',
  'CS-212',
  'CS-401',
  'CS-402',
  'CS-416',
]);

export const exitOf = ({ code }: Problem): ExitCode => (WRONG_USE.has(code) ? EXIT.wrongUse : EXIT.refused);
