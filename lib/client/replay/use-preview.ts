/** Where the playhead is on its way to, shown once its scene is there: one rendering draws it whole. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { takeTurn } from '../frame-turns.ts';
import { type Place, placeNow } from '../moving-place.ts';
import { isFar } from '../near-events.ts';
import type { Scene } from './question.ts';
import type { Replay } from './replay.ts';
import { ANSWERS, answerKey, KEPT_MS } from './use-answer.ts';

/** A scene that has not come by then is waited for on screen. */
const LATE_MS = 150;
/** What was only sketched, or not even that, is drawn out when nothing has moved for this time … */
const REST_MS = 100;
/** … and so is what cannot be sketched, where the one before it has been seen for as long as this … */
const SEEN_MS = 150;
/** … and anything where a movement takes longer than this. */
const PACE_MS = 3_000;

export interface ShownPreview {
  to(ordinal: number): void;
  /** What is sketched is drawn out at once. */
  settle(): void;
  /** Nothing that is still on its way is shown any more. */
  stop(): void;
}

/**
 * `onShow` is called in the order of the moves; those that a later one overtook are left out. Of a movement through moments that are far
 * from each other most are sketched, where there is a pen that can: nobody reads what such an event changed, nor its row in the list.
 */
export function usePreview(replay: Replay, place: Place, onShow: (ordinal: number) => void): ShownPreview {
  const client = useQueryClient();
  const moves = useRef({ newest: 0, ready: 0, shown: 0 });
  const leave = useRef<() => void>(undefined);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The moment that is to be drawn out; since when there is one, and since when the last one that was drawn is seen. */
  const owed = useRef<Scene | null>(null);
  const owedSince = useRef(Number.NEGATIVE_INFINITY);
  const seenSince = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    client.setQueryDefaults(ANSWERS, { gcTime: KEPT_MS });
    return () => {
      clearTimeout(late.current);
      clearTimeout(rest.current);
      leave.current?.();
    };
  }, [client]);
  return useMemo(() => {
    const drawOut = (scene: Scene) => {
      owed.current = null;
      seenSince.current = performance.now();
      client.setQueryData(answerKey(replay, { what: 'scene', ordinal: scene.ordinal }), scene);
      onShow(scene.ordinal);
    };
    const drawOutOwed = () => {
      if (owed.current !== null) drawOut(owed.current);
    };
    const awaitRest = () => {
      clearTimeout(rest.current);
      rest.current = setTimeout(() => takeTurn(drawOutOwed, true), REST_MS);
    };
    const draw = (scene: Scene) => {
      clearTimeout(rest.current);
      const now = performance.now();
      const isMoving = owed.current !== null;
      if (!isMoving) owedSince.current = now;
      const isPassing =
        (isMoving || isFar(placeNow(place), scene.ordinal)) && now - owedSince.current < PACE_MS;
      if (!isPassing) return drawOut(scene);
      if (place.moving.sketch(scene)) seenSince.current = now;
      else if (now - seenSince.current > SEEN_MS) return drawOut(scene);
      owed.current = scene;
      awaitRest();
    };
    const stop = () => {
      clearTimeout(late.current);
      clearTimeout(rest.current);
      owed.current = null;
      moves.current.shown = moves.current.newest;
    };
    const settle = () => {
      if (owed.current !== null) flushSync(drawOutOwed);
      stop();
    };
    const to = (ordinal: number) => {
      moves.current.newest += 1;
      const move = moves.current.newest;
      // The hand moves, however late its scenes come.
      if (owed.current !== null) awaitRest();
      const show = (way: () => void) => {
        if (move <= moves.current.shown) return;
        moves.current.shown = move;
        if (move === moves.current.newest) clearTimeout(late.current);
        way();
      };
      clearTimeout(late.current);
      const showWaiting = () => {
        owed.current = null;
        onShow(ordinal);
      };
      late.current = setTimeout(() => show(showWaiting), LATE_MS);
      replay.ask({ what: 'scene', ordinal }).then(
        (scene) => {
          if (move < moves.current.ready) return;
          moves.current.ready = move;
          // Its turn is the newest scene's: moves may be more than there are frames.
          leave.current?.();
          leave.current = takeTurn(() => show(() => draw(scene)), true);
        },
        // Asked again, and told why there is none, by whoever shows it.
        () => undefined,
      );
    };
    return { to, settle, stop };
  }, [client, replay, place, onShow]);
}
