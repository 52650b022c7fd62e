import { useEffect, useState } from 'react';

/** The value once it has stood still for `delay` milliseconds: what is fetched by it is not fetched while scrubbing. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
