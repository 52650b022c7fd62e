import { useSyncExternalStore } from 'react';

/** Whether keyboards here have Cmd; not so until the page runs in the browser. */
export function useOnMac(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iP(?:hone|ad)/.test(navigator.platform),
    () => false,
  );
}
