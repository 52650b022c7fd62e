import { useEffect, useRef, useState } from 'react';

/** A far jump is shown when the next one has not come within this time … */
const REST_MS = 80;
/** … and while one follows the other, as often as this. */
const PACE_MS = 300;

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
    const turn = isMoving && isFar(shown, value) ? Math.min(REST_MS, drawnAt.current + PACE_MS - now) : 0;
    return after(turn, frames, () => {
      drawnAt.current = performance.now();
      setShown(() => value);
    });
  }, [value, frames]);
  return shown;
}

/** Calls so many animation frames after a time, in milliseconds; gives the way to call it off. */
function after(time: number, frames: number, call: () => void): () => void {
  let left = frames;
  let handle: number | null = null;
  const next = () => {
    if (left === 0) return call();
    left -= 1;
    handle = requestAnimationFrame(next);
  };
  const turn = time > 0 ? setTimeout(next, time) : null;
  if (turn === null) next();
  return () => {
    if (turn !== null) clearTimeout(turn);
    if (handle !== null) cancelAnimationFrame(handle);
  };
}
