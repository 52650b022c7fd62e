/** What the pane gives every look of a diff. */
import type { ReactNode } from 'react';
import type { ComparedEntry, Comparison } from '#client/replay/compare-moments';
import type { Replay } from '#client/replay/replay';
import type { Folding } from './diff-rows.ts';
import type { DiffTree } from './diff-tree.ts';
import type { StepRef } from './use-change-list.ts';

export interface LookProps {
  readonly replay: Replay;
  readonly comparison: Comparison;
  readonly tree: DiffTree;
  readonly folding: Folding;
  onFolding(change: (before: Folding) => Folding): void;
  readonly step: StepRef;
  onIgnore(path: string): void;
  /** Leaves out that elements of a list stand in another order. */
  onIgnoreOrder(): void;
  onGo(ordinal: number): void;
  /** Chooses the look. */
  readonly lookSwitch: ReactNode;
  /** The next look of a diff. */
  onNextLook(): void;
}

export const entryAt = (entries: readonly ComparedEntry[], path: string): ComparedEntry | null =>
  entries.find((entry) => entry.path === path) ?? null;
