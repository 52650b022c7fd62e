'use client';
import { type RefObject, useEffect } from 'react';
import { shiftWindow, zoomWindow } from '#client/playhead-window';
import type { DockModel } from './dock-model.ts';

/** A pinch, or the wheel with Ctrl, zooms about the pointer; a sideways wheel, or one with Shift, shifts the window. */
export function useTrackWheel(model: DockModel, box: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      const { window, positions, projection, width } = model;
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey) {
        const about = projection.toPlace(event.clientX - element.getBoundingClientRect().left);
        model.setWindow(zoomWindow(window, Math.exp(event.deltaY / 200), about, positions));
      } else if (Math.abs(sideways) > (event.shiftKey ? 0 : Math.abs(event.deltaY)))
        model.setWindow(shiftWindow(window, sideways / Math.max(1, width), positions));
      else return;
      event.preventDefault();
    };
    // React's own wheel listeners are passive and could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [model, box]);
}
