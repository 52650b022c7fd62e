'use client';
import { type KeyboardEvent, useRef } from 'react';
import { instantText } from '#client/instant-text';
import { resizeWindow } from '#client/playhead-window';
import { countText } from '#client/playhead-words';
import type { DockModel } from './dock-model.ts';
import styles from './mini-map.module.css';
import { usePainter } from './use-painter.ts';
import { writeAttribute } from './write-text.ts';

/** Shares of the whole line. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

/** One edge of the window on the mini-map. The pointer drags it by its `data-part`; keys move it as those of a slider. */
export function WindowEdge({ model, edge }: { readonly model: DockModel; readonly edge: 'from' | 'to' }) {
  const handle = useRef<HTMLSpanElement>(null);
  usePainter(model, (words) => {
    if (!words) return;
    const { extent } = model.positions;
    const share = (model.window[edge] - extent.from) / (extent.to - extent.from);
    writeAttribute(handle.current, 'aria-valuenow', String(Math.round(100 * share)));
    writeAttribute(handle.current, 'aria-valuetext', placeWords(model, model.window[edge]));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { positions, window } = model;
    const by = step * (positions.extent.to - positions.extent.from);
    model.setWindow(resizeWindow(window, edge, window[edge] + by, positions));
  };
  return (
    <span
      ref={handle}
      className={styles.handle}
      data-part={edge}
      role="slider"
      tabIndex={0}
      aria-label={edge === 'from' ? 'Start of the window' : 'End of the window'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={edge === 'from' ? 0 : 100}
      onKeyDown={onKeyDown}
    />
  );
}

function placeWords({ positions, columns, zone }: DockModel, place: number): string {
  const instant = positions.instantAt(place);
  if (instant !== null) return instantText(BigInt(Math.floor(columns.origin + instant)) * 1000n, zone);
  return `Event ${countText(Math.max(0, Math.min(columns.length, Math.round(place))))}`;
}
