/** The keys as this reader has them. */
import { useMemo, useSyncExternalStore } from 'react';
import { KeptText } from './kept-text.ts';
import { DEFAULT_KEYMAP, Keymap } from './keymap.ts';
import { parseReaderKeys, type ReaderKeys, writeReaderKeys } from './reader-keys.ts';

const kept = new KeptText('chronoscope-keys');

/** The defaults until the page runs in the browser, so that both draw the same first. */
export function useKeymap(): Keymap {
  const text = useSyncExternalStore(kept.subscribe, kept.get, () => null);
  return useMemo(() => (text === null ? DEFAULT_KEYMAP : new Keymap(parseReaderKeys(text))), [text]);
}

export function keepKeys(keys: ReaderKeys): void {
  kept.set(writeReaderKeys(keys));
}
