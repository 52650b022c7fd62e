'use client';

import { useMemo } from 'react';
import type { Folding } from './diff-rows.ts';

/** What folds and unfolds. */
export function useFolding(onFolding: (change: (before: Folding) => Folding) => void) {
  return useMemo(
    () => ({
      open: (path: string, open: boolean) =>
        onFolding((before) => ({ ...before, open: new Map(before.open).set(path, open) })),
      reveal: (key: string, count: number) =>
        onFolding((before) => ({ ...before, revealed: new Map(before.revealed).set(key, count) })),
      toggleAll: () => onFolding((before) => ({ ...before, showsAll: !before.showsAll })),
    }),
    [onFolding],
  );
}
