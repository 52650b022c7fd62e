'use client';
import type { PointerEvent, RefObject } from 'react';
import type { Stretch } from '#client/playhead-brush';
import type { DockModel } from './dock-model.ts';
import { useTrackBrush } from './use-track-brush.ts';
import { useTrackDrag } from './use-track-drag.ts';

interface TrackGestures {
  readonly model: DockModel;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly brushing: boolean;
  /** Alt frees the playhead from the events. */
  readonly isFree: boolean;
  onGrab(): void;
  onBrush(stretch: Stretch | null): void;
}

/** What a pointer does on the track: it moves the playhead, or brushes, and a double click shows the whole line. */
export function useTrackGestures({ model, box, brushing, isFree, onGrab, onBrush }: TrackGestures) {
  const drag = useTrackDrag(model, box, isFree, onGrab);
  const brush = useTrackBrush({ model, box, chosen: brushing, onGrab, onBrush });
  return {
    onPointerDown: (event: PointerEvent) => (brush.takes(event) ? brush : drag).onPointerDown(event),
    onPointerMove: (event: PointerEvent) => (model.brush.isDrawn ? brush : drag).onPointerMove(event),
    onPointerUp: (event: PointerEvent) => {
      brush.onPointerUp(event);
      drag.onPointerUp(event);
    },
    onPointerCancel: (event: PointerEvent) => {
      brush.onPointerCancel(event);
      drag.onPointerCancel(event);
    },
    onDoubleClick: () => {
      if (!brushing) model.setWindow(model.positions.extent);
    },
  };
}
