import { useEffect, useState } from 'react';

/**
 * The value some animation frames later; of several that come in between, the newest. Panes that follow one after the other share the
 * work of a movement between frames, so that none of them has it all.
 */
export function useLag<T>(value: T, frames: number): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let left = frames;
    let handle = requestAnimationFrame(function next() {
      left -= 1;
      if (left > 0) handle = requestAnimationFrame(next);
      else setShown(() => value);
    });
    return () => cancelAnimationFrame(handle);
  }, [value, frames]);
  return shown;
}
