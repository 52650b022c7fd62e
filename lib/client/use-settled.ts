import { useEffect, useState } from 'react';

/** The value once it, and what else is `moving`, has stood still for `delay` milliseconds: what is fetched by it is not fetched while scrubbing. */
export function useSettled<T>(value: T, delay: number, moving?: unknown): T {
  const [settled, setSettled] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever moves begins the time anew
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay, moving]);
  return settled;
}
