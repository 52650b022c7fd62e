import { useEffect, useRef, useState } from 'react';
import { takeTurn } from './frame-turns.ts';

/** A far jump is shown when the next one has not come within this time … */
const REST_MS = 80;
/** … and while one follows the other, as often as this. */
const PACE_MS = 400;

/**
 * The value a little later, so that panes share the work of a movement between frames and none of them has all of it.
 *
 * A near value is shown `frames` animation frames later. What is far, where everything would be drawn anew, waits until the movement
 * rests, or for its turn. Law: at rest it is the value.
 */
export function useFollow<T>(value: T, frames: number, isFar: (shown: T, next: T) => boolean): T {
  const [shown, setShown] = useState(value);
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const drawnAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown by now is looked at, not followed
  useEffect(() => {
    if (value === shown) return;
    const now = performance.now();
    const isMoving = now - movedAt.current < REST_MS;
    movedAt.current = now;
    const show = () => {
      drawnAt.current = performance.now();
      setShown(() => value);
    };
    if (isMoving && isFar(shown, value))
      return inTurn(Math.min(REST_MS, drawnAt.current + PACE_MS - now), show);
    let left = frames;
    let handle = requestAnimationFrame(function next() {
      left -= 1;
      if (left > 0) handle = requestAnimationFrame(next);
      else show();
    });
    return () => cancelAnimationFrame(handle);
  }, [value, frames]);
  return shown;
}

/** After a time, in milliseconds, as soon as no other pane draws; gives the way to call it off. */
function inTurn(time: number, show: () => void): () => void {
  let leave: (() => void) | null = null;
  const timer = setTimeout(
    () => {
      leave = takeTurn(show);
    },
    Math.max(0, time),
  );
  return () => {
    clearTimeout(timer);
    leave?.();
  };
}
