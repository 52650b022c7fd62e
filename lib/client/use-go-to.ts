/** Going to what somebody typed: a version, a position, an instant. */
import { useCallback, useState } from 'react';
import type { View } from '#wire';
import { goToText } from './go-to-text.ts';
import type { Replay } from './replay/replay.ts';
import { momentAtOnce } from './resolve-moment.ts';

export interface GoTo {
  /** Says whether it went there. */
  goTo(typed: string): Promise<boolean>;
  /** Why it did not; null where it did. */
  readonly problem: string | null;
}

export function useGoTo(
  replay: Replay,
  logHead: bigint,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): GoTo {
  const [problem, setProblem] = useState<string | null>(null);
  const goTo = useCallback(
    async (typed: string) => {
      const at = goToText(typed);
      const found = momentAtOnce(replay, at) ?? (await replay.findMoment(at, logHead));
      setProblem(found.problem);
      if (found.problem !== null) return false;
      change({ at: at === 'latest' ? null : at }, 'push');
      return true;
    },
    [replay, logHead, change],
  );
  return { goTo, problem };
}
