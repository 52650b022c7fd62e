/** Where the playhead is on its way to, shown once its scene is there: one rendering draws it whole. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { takeTurn } from '../frame-turns.ts';
import type { Replay } from './replay.ts';
import { ANSWERS, answerKey, KEPT_MS } from './use-answer.ts';

/** A scene that has not come by then is waited for on screen. */
const LATE_MS = 150;

export interface ShownPreview {
  to(ordinal: number): void;
  /** Nothing that is still on its way is shown any more. */
  stop(): void;
}

/** `onShow` is called in the order of the moves; those that a later one overtook are left out. */
export function usePreview(replay: Replay, onShow: (ordinal: number) => void): ShownPreview {
  const client = useQueryClient();
  const moves = useRef({ newest: 0, ready: 0, shown: 0 });
  const leave = useRef<() => void>(undefined);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    client.setQueryDefaults(ANSWERS, { gcTime: KEPT_MS });
    return () => {
      clearTimeout(late.current);
      leave.current?.();
    };
  }, [client]);
  return useMemo(() => {
    const stop = () => {
      clearTimeout(late.current);
      moves.current.shown = moves.current.newest;
    };
    const to = (ordinal: number) => {
      moves.current.newest += 1;
      const move = moves.current.newest;
      const show = () => {
        if (move <= moves.current.shown) return;
        moves.current.shown = move;
        if (move === moves.current.newest) clearTimeout(late.current);
        onShow(ordinal);
      };
      clearTimeout(late.current);
      late.current = setTimeout(show, LATE_MS);
      const question = { what: 'scene', ordinal } as const;
      replay.ask(question).then(
        (scene) => {
          client.setQueryData(answerKey(replay, question), scene);
          if (move < moves.current.ready) return;
          moves.current.ready = move;
          // Its turn is the newest scene's: moves may be more than there are frames.
          leave.current?.();
          leave.current = takeTurn(show, true);
        },
        // Asked again, and told why there is none, by whoever shows it.
        () => undefined,
      );
    };
    return { to, stop };
  }, [client, replay, onShow]);
}
