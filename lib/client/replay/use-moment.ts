/** The ordinal that a moment of the address means; while it is looked for, the one before. */
import { useState } from 'react';
import { momentAtOnce, type ResolvedMoment } from '../resolve-moment.ts';
import type { Replay } from './replay.ts';
import { useAnswer } from './use-answer.ts';

/** `text` as an address has it; null: the newest event. */
export function useMoment(replay: Replay, text: string | null, logHead: bigint): ResolvedMoment {
  const atOnce = momentAtOnce(replay, text);
  const { answer, waiting, problem } = useAnswer(
    replay,
    atOnce === null ? { what: 'moment', text, logHead } : null,
  );
  const found = atOnce ?? (waiting ? null : answer);
  const [kept, setKept] = useState({ replay, moment: found ?? { ordinal: replay.length, problem: null } });
  if (found !== null && (kept.replay !== replay || !isSame(kept.moment, found)))
    setKept({ replay, moment: found });
  if (found !== null) return found;
  return { ordinal: kept.replay === replay ? kept.moment.ordinal : replay.length, problem };
}

const isSame = (one: ResolvedMoment, other: ResolvedMoment): boolean =>
  one.ordinal === other.ordinal && one.problem === other.problem;
