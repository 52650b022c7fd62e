/** Going to a moment that was typed and that means the same for every entity: an instant or a position. */
import { useState } from 'react';
import { parseMoment } from '#core';
import type { TogetherView } from '#wire';
import { goToText } from '../go-to-text.ts';

export interface SharedGoTo {
  /** Says whether it went there. */
  goTo(typed: string): Promise<boolean>;
  /** Why it did not; null where it did. */
  readonly problem: string | null;
}

export function useSharedGoTo(
  zone: string,
  change: (patch: Partial<TogetherView>, how: 'push' | 'replace') => void,
): SharedGoTo {
  const [problem, setProblem] = useState<string | null>(null);
  const goTo = async (typed: string) => {
    const text = goToText(typed, { now: Date.now(), zone });
    const moment = parseMoment(text);
    if (!moment.ok) {
      setProblem(moment.error.message);
      return false;
    }
    if (moment.value.kind === 'version') {
      setProblem(`Version ${moment.value.version} is another moment in each entity. ${WHAT_TO_WRITE}`);
      return false;
    }
    setProblem(null);
    change({ at: moment.value.kind === 'latest' ? null : text }, 'push');
    return true;
  };
  return { goTo, problem };
}

const WHAT_TO_WRITE = 'Write an instant with its zone (2026-03-03T14:02:11Z), a position (@81204) or latest.';
