import { useEffect, useRef, useState } from 'react';
import { takeTurn } from './frame-turns.ts';

/** A far jump is shown when the next one has not come within this time … */
const REST_MS = 100;
/** … and while one follows the other, as often as this. */
const PACE_MS = 1000;

/**
 * The value a little later, so that panes share the work of a movement between frames and none of them has all of it.
 *
 * A near value is shown in one of the next frames. What is far, where everything would be drawn anew, waits until the movement rests, or
 * for its time; what is not `ready` is passed over. Law: at rest it is the value, where that is ready.
 */
export function useFollow<T>(value: T, isFar: (shown: T, next: T) => boolean, ready = true): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const drawnAt = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = useRef<(() => void) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown by now is looked at, not followed
  useEffect(() => {
    if (!ready) return;
    newest.current = value;
    if (value === shown) return;
    const now = performance.now();
    const isMoving = now - movedAt.current < REST_MS;
    movedAt.current = now;
    // Its turn comes, with the newest value: who began to wait anew would never be drawn beside others that move as fast.
    if (leave.current !== null) return;
    clearTimeout(timer.current);
    const take = () => {
      leave.current = takeTurn(() => {
        leave.current = null;
        drawnAt.current = performance.now();
        setShown(() => newest.current);
      });
    };
    const wait = isMoving && isFar(shown, value) ? Math.min(REST_MS, drawnAt.current + PACE_MS - now) : 0;
    if (wait > 0) timer.current = setTimeout(take, wait);
    else take();
  }, [value, ready]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      leave.current?.();
      leave.current = null;
    },
    [],
  );
  return shown;
}
