/** What a filter of the address lets through; while it is looked for, nothing is hidden yet. */
import { useEffect, useMemo, useState } from 'react';
import { type EventFilter, isFiltering } from '#wire';
import { Matching } from '../playhead-matching.ts';
import type { Progress } from './question.ts';
import type { Replay } from './replay.ts';
import { useAnswer } from './use-answer.ts';

export interface Matched {
  /** null: no filter, or it is not known yet what matches. */
  readonly matching: Matching | null;
  /** What matches is being looked for. */
  readonly waiting: boolean;
  readonly progress: Progress | null;
  readonly problem: string | null;
}

export function useMatching(replay: Replay, filter: EventFilter): Matched {
  const filtering = isFiltering(filter);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { answer, waiting, problem } = useAnswer(
    replay,
    filtering ? { what: 'matching', filter } : null,
    setProgress,
  );
  useEffect(() => {
    if (!waiting) setProgress(null);
  }, [waiting]);
  const matching = useMemo(
    () => (filtering && answer !== null ? new Matching(answer, replay.length) : null),
    [filtering, answer, replay],
  );
  return { matching, waiting: filtering && waiting, progress, problem: filtering ? problem : null };
}
