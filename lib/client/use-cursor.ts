/**
 * The one cursor of an entity page. While something is dragged the cursor is a preview of its own; letting go commits it to
 * the address. List, state, diff, event and dock all follow this one.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { History } from '#core';
import type { View } from '#wire';
import { momentOf, resolveMoment } from './resolve-moment.ts';

export interface Cursor {
  /** Where the panes are: the preview while there is one. */
  readonly ordinal: number;
  /** Where the address is. */
  readonly committed: number;
  readonly problem: string | null;
  preview(ordinal: number): void;
  go(ordinal: number): void;
  /** Spread on the page's root: tells a held key, whose steps are one movement, from single ones. */
  readonly keys: { onKeyDownCapture(event: { repeat: boolean }): void; onPointerDownCapture(): void };
}

export function useCursor(
  history: History,
  logHead: bigint,
  at: string | null,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): Cursor {
  const { ordinal: committed, problem } = resolveMoment(history, at, logHead);
  const [previewed, setPreviewed] = useState<number | null>(null);
  const held = useRef(false);

  // Whatever moved the address (a commit, the back button) ends the preview.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the trigger
  useEffect(() => setPreviewed(null), [at, history]);

  const go = useCallback(
    (ordinal: number) => {
      setPreviewed(null);
      change({ at: momentOf(history, ordinal) }, held.current ? 'replace' : 'push');
    },
    [history, change],
  );
  const [keys] = useState(() => ({
    onKeyDownCapture: (event: { repeat: boolean }) => {
      held.current = event.repeat;
    },
    onPointerDownCapture: () => {
      held.current = false;
    },
  }));

  const ordinal = Math.min(previewed ?? committed, history.length);
  return { ordinal, committed, problem, preview: setPreviewed, go, keys };
}
