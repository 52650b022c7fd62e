'use client';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { DockModel, Pins } from './dock-model.ts';
import { Flag } from './flag.tsx';
import { PinHandle } from './pin-handle.tsx';
import { Playhead } from './playhead.tsx';
import { Range } from './range.tsx';
import type { SliderHandle } from './slider.tsx';
import styles from './track.module.css';
import { TrackCanvas } from './track-canvas.tsx';
import { useTrackDrag } from './use-track-drag.ts';
import { useTrackWheel } from './use-track-wheel.ts';

interface TrackProps {
  readonly model: DockModel;
  readonly pins: Pins;
  readonly playhead: RefObject<SliderHandle | null>;
  /** A pointer takes the playhead over. */
  onGrab(): void;
  /** Lies under the flag. */
  readonly children: ReactNode;
}

/** The events of the window, and over them the playhead with its flag, the pins and the range between them. */
export function Track({ model, pins, playhead, onGrab, children }: TrackProps) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useTrackDrag(model, box, () => {
    onGrab();
    playhead.current?.focus();
  });
  useTrackWheel(model, box);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => model.setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [model]);
  return (
    <div ref={box} className={styles.track} data-testid="timeline-track" {...drag}>
      <TrackCanvas model={model} />
      <Range model={model} />
      <Playhead model={model} slider={playhead} />
      {pins.a !== null && <PinHandle model={model} name="a" ordinal={pins.a} box={box} />}
      {pins.b !== null && <PinHandle model={model} name="b" ordinal={pins.b} box={box} />}
      {children}
      <Flag model={model} />
    </div>
  );
}
