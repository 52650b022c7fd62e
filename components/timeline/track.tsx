'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Stretch } from '#client/playhead-brush';
import { PartBoundary } from '#components/ui/part-boundary';
import { BrushShade } from './brush-shade.tsx';
import type { DockModel, Pins } from './dock-model.ts';
import { Flag } from './flag.tsx';
import { Playhead } from './playhead.tsx';
import type { SliderHandle } from './slider.tsx';
import styles from './track.module.css';
import { TrackCanvas } from './track-canvas.tsx';
import { useTrackGestures } from './use-track-gestures.ts';
import { useTrackWheel } from './use-track-wheel.ts';

// No history is opened with pins unless its address has them.
const PinnedMoments = dynamic(() => import('./pinned-moments.tsx').then((loaded) => loaded.PinnedMoments));

interface TrackProps {
  readonly model: DockModel;
  readonly pins: Pins;
  readonly playhead: RefObject<SliderHandle | null>;
  /** A pointer takes the playhead over. */
  onGrab(): void;
  /** Dragging brushes, as it does with Shift. */
  readonly brushing: boolean;
  /** Alt frees the playhead from the events. */
  readonly isFree: boolean;
  onBrush(stretch: Stretch | null): void;
  /** Lies under the flag. */
  readonly children: ReactNode;
}

/** The events of the window, and over them the playhead with its flag, the pins and the range between them. */
export function Track({ model, pins, playhead, onGrab, brushing, isFree, onBrush, children }: TrackProps) {
  const box = useRef<HTMLDivElement>(null);
  const grab = () => {
    onGrab();
    playhead.current?.focus();
  };
  const gestures = useTrackGestures({ model, box, brushing, isFree, onGrab: grab, onBrush });
  useTrackWheel(model, box);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => model.setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [model]);
  return (
    <div
      ref={box}
      className={styles.track}
      data-testid="timeline-track"
      data-brushing={brushing}
      {...gestures}
    >
      <TrackCanvas model={model} />
      <BrushShade model={model} />
      <Playhead model={model} slider={playhead} />
      <PartBoundary>
        {pins.a === null && pins.b === null ? null : <PinnedMoments {...{ model, pins, box }} />}
      </PartBoundary>
      {children}
      <Flag model={model} />
    </div>
  );
}
