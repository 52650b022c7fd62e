'use client';
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Stretch } from '#client/playhead-brush';
import type { DockModel } from './dock-model.ts';

/** What is nearer than this to where the pointer went down is a click. */
const CLICK_PX = 4;

interface BrushGesture {
  readonly model: DockModel;
  readonly box: RefObject<HTMLDivElement | null>;
  /** The brush was chosen, so that it needs no Shift, and two clicks do what a drag does. */
  readonly chosen: boolean;
  onGrab(): void;
  /** null: it was let go over no event. */
  onBrush(stretch: Stretch | null): void;
}

/** Brushing with Shift or with the brush chosen: a drag from end to end, or a click at either end. `takes` says whose a press is. */
export function useTrackBrush({ model, box, chosen, onGrab, onBrush }: BrushGesture) {
  const drag = useRef<{ readonly pointer: number; readonly x: number } | null>(null);
  useEffect(() => {
    if (!chosen) model.brush.cancel();
  }, [model, chosen]);
  const xOf = (event: PointerEvent) => event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
  const release = () => {
    const stretch = model.brush.stretch();
    model.brush.cancel();
    onBrush(stretch);
  };
  return {
    takes: (event: PointerEvent) => event.button === 0 && (event.shiftKey || chosen),
    onPointerDown: (event: PointerEvent) => {
      if (drag.current !== null || box.current === null) return;
      event.preventDefault();
      box.current.setPointerCapture(event.pointerId);
      const x = xOf(event);
      if (model.brush.isDrawn) model.brush.extend(x);
      else model.brush.begin(x);
      drag.current = { pointer: event.pointerId, x };
      onGrab();
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag.current !== null && drag.current.pointer !== event.pointerId) return;
      model.brush.extend(xOf(event));
    },
    onPointerUp: (event: PointerEvent) => {
      const { current } = drag;
      if (current?.pointer !== event.pointerId) return;
      drag.current = null;
      // Escape took it back while the button was down.
      if (!model.brush.isDrawn) return;
      const moved = Math.abs(xOf(event) - current.x) > CLICK_PX;
      if (moved || !chosen || model.brush.isAnchored) release();
      else model.brush.anchor();
    },
    onPointerCancel: (event: PointerEvent) => {
      if (drag.current?.pointer !== event.pointerId) return;
      drag.current = null;
      model.brush.cancel();
    },
  };
}
