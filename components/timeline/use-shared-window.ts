'use client';
import type { SharedWindow } from '#client/shared-window';
import type { DockModel } from './dock-model.ts';
import { usePainter } from './use-painter.ts';

/** Tells the rest of the page with every frame what the dock shows. */
export function useSharedWindow(model: DockModel, shared: SharedWindow): void {
  usePainter(model, () => {
    const { window, positions, ordinal } = model;
    shared.show({ window, positions, ordinal });
  });
}
