'use client';
import { type RefObject, useRef } from 'react';
import type { DockModel } from './dock-model.ts';
import styles from './playhead.module.css';
import { Slider, type SliderHandle } from './slider.tsx';
import { usePainter } from './use-painter.ts';

interface PlayheadProps {
  readonly model: DockModel;
  readonly slider: RefObject<SliderHandle | null>;
}

/** The line of "now", moved by transform alone. */
export function Playhead({ model, slider }: PlayheadProps) {
  const line = useRef<HTMLDivElement>(null);
  usePainter(model, (words) => {
    const x = model.projection.toX(model.place);
    // Whole pixels keep the line sharp; far outside the window it only has to stay out of sight.
    const shown = Math.round(Math.max(-40, Math.min(model.width + 40, x)));
    if (line.current !== null) line.current.style.transform = `translateX(${shown}px)`;
    if (words) slider.current?.place(model.ordinal, model.free.at);
  });
  return (
    <div ref={line} className={styles.playhead} data-testid="timeline-playhead">
      <Slider
        ref={slider}
        label="Playhead"
        stream={model.stream}
        ordinal={model.ordinal}
        matching={() => model.matching}
        onSlide={(ordinal) => {
          model.moveTo(model.settle(model.ordinal, ordinal));
          model.commit();
        }}
      />
      <span className={styles.line} />
      <span className={styles.caret} data-testid="timeline-playhead-caret" />
    </div>
  );
}
