import { useEffect, useReducer, useState } from 'react';
import { TurnedValue } from './turned-value.ts';

/** The value that is to be shown: `waits` false, at once; else when it is its turn. */
export function useTurn<T>(value: T, waits: boolean): T {
  const [turned] = useState(() => new TurnedValue(value));
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => turned.ask(render));
  useEffect(() => () => turned.leave(), [turned]);
  return turned.offer(value, waits);
}
