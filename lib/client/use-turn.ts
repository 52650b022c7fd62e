/** Values that are shown when it is their turn: what changes a lot at once is drawn part by part, one a frame. */
import { useEffect, useReducer, useRef } from 'react';
import { takeTurn } from './frame-turns.ts';

/** `waits` false: at once. Values that come meanwhile wait with it, and the newest of them is the one that is shown. */
export function useTurn<T>(value: T, waits: boolean): T {
  const newest = useRef(value);
  const shown = useRef(value);
  const callOff = useRef<(() => void) | null>(null);
  const [, render] = useReducer((count: number) => count + 1, 0);
  newest.current = value;
  if (!waits) shown.current = value;
  const isLate = shown.current !== value;
  useEffect(() => {
    if (!isLate || callOff.current !== null) return;
    callOff.current = takeTurn(() => {
      callOff.current = null;
      shown.current = newest.current;
      render();
    });
  });
  useEffect(
    () => () => {
      callOff.current?.();
      callOff.current = null;
    },
    [],
  );
  return shown.current;
}
