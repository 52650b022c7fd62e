'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { DockModel } from './dock-model.ts';
import type { Painter } from './frames.ts';

/** Calls the newest `paint` with every frame of the model, and once after each rendering. */
export function usePainter(model: DockModel, paint: Painter): void {
  const latest = useRef(paint);
  useLayoutEffect(() => {
    latest.current = paint;
    model.frames.request();
  });
  useEffect(() => model.frames.add((words) => latest.current(words)), [model]);
}
