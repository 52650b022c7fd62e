'use client';
import { useRef } from 'react';
import { projectionOf } from '#client/playhead-snap';
import { prepareCanvas } from './canvas-surface.ts';
import type { DockModel } from './dock-model.ts';
import type { DockTick } from './dock-notes.ts';
import { drawDensity } from './draw-density.ts';
import { drawNoteMarks } from './draw-note-marks.ts';
import styles from './mini-map.module.css';
import { useMiniMapDrag } from './use-mini-map-drag.ts';
import { usePainter } from './use-painter.ts';
import { usePalette } from './use-palette.ts';
import { WindowEdge } from './window-edge.tsx';
import { writeAttribute } from './write-text.ts';

export const MINI_MAP_HEIGHT = 28;

/** The whole stream in little, and on it the window: its body and both its edges can be dragged, a click moves it. */
export function MiniMap({
  model,
  ticks,
}: {
  readonly model: DockModel;
  readonly ticks: readonly DockTick[];
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const before = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  const now = useRef<HTMLDivElement>(null);
  const palette = usePalette(model, canvas);
  const drawn = useRef<readonly unknown[]>([]);
  const drag = useMiniMapDrag(model);
  usePainter(model, () => {
    const { columns, positions, window, width, matching } = model;
    if (canvas.current === null || palette.current === null || width === 0) return;
    const whole = projectionOf(positions.extent, width);
    const from = Math.round(whole.toX(window.from));
    const to = Math.max(from + 3, Math.round(whole.toX(window.to)));
    if (before.current !== null) before.current.style.width = `${from}px`;
    if (after.current !== null) after.current.style.left = `${to}px`;
    if (frame.current !== null) {
      frame.current.style.transform = `translateX(${from}px)`;
      frame.current.style.width = `${to - from}px`;
      writeAttribute(frame.current, 'data-first', String(from < 12));
      writeAttribute(frame.current, 'data-last', String(to > width - 12));
    }
    if (now.current !== null)
      now.current.style.transform = `translateX(${Math.round(whole.toX(model.place))}px)`;
    const looks = [palette.current, globalThis.devicePixelRatio];
    const shown = [positions, width, model.revision, matching, ticks, ...looks];
    if (shown.every((part, index) => part === drawn.current[index])) return;
    drawn.current = shown;
    const context = prepareCanvas(canvas.current, width, MINI_MAP_HEIGHT);
    if (context === null) return;
    context.clearRect(0, 0, width, MINI_MAP_HEIGHT);
    const area = { top: 4, base: MINI_MAP_HEIGHT - 2, pitch: 3 };
    drawDensity(context, { columns, matching }, positions, positions.extent, whole, area, palette.current);
    drawNoteMarks(context, ticks, positions, whole, palette.current.note);
  });
  return (
    <div className={styles.map} data-testid="timeline-mini-map" {...drag}>
      <div aria-hidden="true">
        <canvas ref={canvas} className={styles.canvas} />
      </div>
      <div ref={before} className={styles.veil} style={{ left: 0 }} />
      <div ref={after} className={styles.veil} style={{ right: 0 }} />
      <div ref={now} className={styles.now} />
      <div ref={frame} className={styles.window} data-part="body">
        <WindowEdge model={model} edge="from" />
        <WindowEdge model={model} edge="to" />
      </div>
    </div>
  );
}
