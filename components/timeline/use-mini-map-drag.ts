'use client';
import { type PointerEvent, useRef } from 'react';
import type { Span } from '#client/playhead-positions';
import { projectionOf } from '#client/playhead-snap';
import { centreWindow, resizeWindow } from '#client/playhead-window';
import type { DockModel } from './dock-model.ts';

type Part = 'from' | 'to' | 'body';

interface Drag {
  readonly pointer: number;
  readonly part: Part;
  readonly startX: number;
  readonly start: Span;
}

/** Drags an edge or the body of the window. A press outside the window brings it there first. */
export function useMiniMapDrag(model: DockModel) {
  const drag = useRef<Drag | null>(null);
  const move = (event: PointerEvent) => {
    const { current } = drag;
    if (current === null || current.pointer !== event.pointerId) return;
    const { positions, width } = model;
    const by = ((event.clientX - current.startX) / width) * (positions.extent.to - positions.extent.from);
    const { from, to } = current.start;
    if (current.part === 'body') model.setWindow({ from: from + by, to: to + by });
    else
      model.setWindow(resizeWindow(current.start, current.part, current.start[current.part] + by, positions));
  };
  const end = (event: PointerEvent) => {
    if (drag.current?.pointer === event.pointerId) drag.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || model.width === 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      const part = partAt(event.target);
      if (part === null) {
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        const place = projectionOf(model.positions.extent, model.width).toPlace(x);
        model.setWindow(centreWindow(model.window, place, model.positions));
      }
      drag.current = {
        pointer: event.pointerId,
        part: part ?? 'body',
        startX: event.clientX,
        start: model.window,
      };
    },
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function partAt(target: EventTarget): Part | null {
  const part = target instanceof HTMLElement ? target.dataset.part : undefined;
  return part === 'from' || part === 'to' || part === 'body' ? part : null;
}
