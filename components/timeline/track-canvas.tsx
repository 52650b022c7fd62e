'use client';
import { useRef } from 'react';
import { prepareCanvas } from './canvas-surface.ts';
import type { DockModel } from './dock-model.ts';
import { drawTrack } from './draw-track.ts';
import { TRACK_HEIGHT } from './lanes.ts';
import styles from './track.module.css';
import { usePainter } from './use-painter.ts';
import { usePalette } from './use-palette.ts';

/** Draws only when what it shows has changed: moving the playhead alone costs nothing here. */
export function TrackCanvas({ model }: { readonly model: DockModel }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(model, canvas);
  const drawn = useRef<readonly unknown[]>([]);
  usePainter(model, () => {
    if (canvas.current === null || palette.current === null || model.width === 0) return;
    const { window, positions, width, pins, followed, revision, matching, zone } = model;
    const looks = [palette.current, globalThis.devicePixelRatio];
    const shown = [window, positions, width, pins, followed, revision, matching, zone, ...looks];
    if (shown.every((part, index) => part === drawn.current[index])) return;
    drawn.current = shown;
    const context = prepareCanvas(canvas.current, model.width, TRACK_HEIGHT);
    if (context !== null) drawTrack(context, model, palette.current);
  });
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
