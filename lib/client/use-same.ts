import { useMemo } from 'react';

/** The object of before for as long as the next says the same, so that nothing is drawn anew because of it. */
export function useSame<T extends Readonly<Record<string, string>>>(next: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says is what counts
  return useMemo(() => next, [JSON.stringify(next)]);
}
