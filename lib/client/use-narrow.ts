/** Whether the window is as narrow as a phone's; the same width as in the stylesheets. */
import { useSyncExternalStore } from 'react';

const NARROW = '(width < 48rem)';

/** The server, which does not know, draws for a wide one; where it matters, the stylesheet has it right before the script. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
