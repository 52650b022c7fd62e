'use client';
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { isShortcut, movementOf } from './dock-keys.ts';
import type { DockModel, PinName } from './dock-model.ts';
import styles from './pin-handle.module.css';
import { keptInside } from './pin-letters.ts';
import { Slider, type SliderHandle } from './slider.tsx';
import { usePainter } from './use-painter.ts';

interface PinHandleProps {
  readonly model: DockModel;
  readonly name: PinName;
  readonly ordinal: number;
  /** The track, whose left edge is pixel 0. */
  readonly box: RefObject<HTMLElement | null>;
}

/** A pin: a line at its event and a letter below it, A hanging to the left and B to the right, so that both fit at one place. */
export function PinHandle({ model, name, ordinal, box }: PinHandleProps) {
  const pin = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  const slider = useRef<SliderHandle>(null);
  usePainter(model, () => {
    const place = model.pins[name];
    if (place === null || pin.current === null) return;
    const x = Math.round(model.projection.toX(model.positions.at(place)));
    const kept = keptInside(x, model.width);
    pin.current.dataset.outside = String(x < 0 || x > model.width);
    pin.current.style.transform = `translateX(${kept}px)`;
    if (line.current !== null) line.current.style.left = `${x - kept}px`;
    slider.current?.place(place);
  });
  const drag = usePinDrag(model, name, box, () => slider.current?.focus());
  const onKeyDown = (event: KeyboardEvent) => {
    const next = isShortcut(event) ? movementOf(event, model, ordinal) : null;
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    model.setPin(name, Math.max(0, Math.min(model.columns.length, next)));
  };
  return (
    <div ref={pin} className={styles.pin} data-pin={name} data-testid={`timeline-pin-${name}`} {...drag}>
      <span ref={line} className={styles.line} />
      <span className={styles.grip}>
        <Slider
          ref={slider}
          label={`Pin ${name.toUpperCase()}`}
          stream={model.stream}
          ordinal={ordinal}
          onKeyDown={onKeyDown}
          onSlide={(next) => model.setPin(name, next)}
        />
        <span className={styles.letter} aria-hidden="true">
          {name.toUpperCase()}
        </span>
      </span>
    </div>
  );
}

function usePinDrag(model: DockModel, name: PinName, box: RefObject<HTMLElement | null>, onGrab: () => void) {
  const left = useRef<number | null>(null);
  const finish = (event: PointerEvent, end: () => void) => {
    if (left.current === null) return;
    event.stopPropagation();
    left.current = null;
    end();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || box.current === null) return;
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      left.current = box.current.getBoundingClientRect().left;
      onGrab();
    },
    onPointerMove: (event: PointerEvent) => {
      if (left.current === null) return;
      event.stopPropagation();
      model.point(event.clientX - left.current, name);
    },
    onPointerUp: (event: PointerEvent) => finish(event, () => model.releasePin()),
    onPointerCancel: (event: PointerEvent) => finish(event, () => model.releasePin()),
  };
}
