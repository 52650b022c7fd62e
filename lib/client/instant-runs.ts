/**
 * Text as runs, with the dates and times in it set apart, so that a line ends beside them and not inside.
 *
 * Law: the runs' texts joined are the input. A date and the time that is written to it are two runs: between them a line may end.
 */
export interface InstantRun {
  readonly text: string;
  /** A date or a time, which is read as one. */
  readonly isKept: boolean;
}

export function instantRuns(text: string): readonly InstantRun[] {
  const runs: InstantRun[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(DATE_OR_TIME)) {
    if (index > from) runs.push({ text: text.slice(from, index), isKept: false });
    runs.push({ text: found, isKept: true });
    from = index + found.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from), isKept: false });
  return runs;
}

const DATE_OR_TIME =
  /(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])|(?:T|(?<![\d:.]))\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:\d\d)?(?![\d:])/g;
