'use client';
import { type PointerEvent, type RefObject, useRef } from 'react';
import type { DockModel } from './dock-model.ts';

/** Dragging or clicking anywhere on the track moves the playhead; letting go commits. `isFree`: Alt frees it from the events. */
export function useTrackDrag(
  model: DockModel,
  box: RefObject<HTMLDivElement | null>,
  isFree: boolean,
  onGrab: () => void,
) {
  const drag = useRef<{ pointer: number; left: number } | null>(null);
  const isOurs = (event: PointerEvent) => drag.current?.pointer === event.pointerId;
  const point = (event: PointerEvent) =>
    model.point(event.clientX - (drag.current?.left ?? 0), null, isFree && event.altKey);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || drag.current !== null || box.current === null) return;
      // Without this a press would select text and take the focus away again.
      event.preventDefault();
      box.current.setPointerCapture(event.pointerId);
      drag.current = { pointer: event.pointerId, left: box.current.getBoundingClientRect().left };
      onGrab();
      point(event);
    },
    onPointerMove: (event: PointerEvent) => {
      if (isOurs(event)) point(event);
    },
    onPointerUp: (event: PointerEvent) => {
      if (!isOurs(event)) return;
      point(event);
      drag.current = null;
      model.commit();
    },
    onPointerCancel: (event: PointerEvent) => {
      if (!isOurs(event)) return;
      drag.current = null;
      model.cancelPointer();
    },
  };
}
