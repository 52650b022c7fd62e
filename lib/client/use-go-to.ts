/** Going to what somebody typed: a version, a position, an instant. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '#wire';
import { goToText } from './go-to-text.ts';
import type { Replay } from './replay/replay.ts';
import { momentAtOnce } from './resolve-moment.ts';

export interface GoTo {
  /** Says whether it went there. */
  goTo(typed: string): Promise<boolean>;
  /** Why it did not; null where it did. */
  readonly problem: string | null;
  /** What was typed is being looked up. */
  readonly looking: boolean;
}

export function useGoTo(
  replay: Replay,
  logHead: bigint,
  at: string | null,
  zone: string,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): GoTo {
  const [problem, setProblem] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const address = useRef(at);
  useLayoutEffect(() => {
    address.current = at;
  });
  const goTo = useCallback(
    async (typed: string) => {
      const at = goToText(typed, { now: Date.now(), zone });
      const before = address.current;
      const atOnce = momentAtOnce(replay, at);
      setLooking(atOnce === null);
      const found = atOnce ?? (await replay.findMoment(at, logHead));
      setLooking(false);
      // Who has gone elsewhere meanwhile stays there.
      if (address.current !== before) return false;
      setProblem(found.problem);
      if (found.problem !== null) return false;
      change({ at: at === 'latest' ? null : at }, 'push');
      return true;
    },
    [replay, logHead, zone, change],
  );
  return { goTo, problem, looking };
}
