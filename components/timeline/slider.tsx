'use client';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { eventSentence } from '#client/playhead-words';
import type { History } from '#core';
import styles from './slider.module.css';

export interface SliderHandle {
  /** Moves the thumb without a rendering. */
  place(ordinal: number): void;
  focus(): void;
  hasFocus(): boolean;
}

interface SliderProps {
  readonly ref: Ref<SliderHandle>;
  readonly label: string;
  readonly history: History;
  readonly ordinal: number;
  /** A change that came from assistive technology; keys and pointers are the dock's. */
  onSlide(ordinal: number): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/**
 * What assistive technology sees of the playhead or a pin: a native range over the event ordinal, invisible above its drawing. Native,
 * because screen readers on touch screens can only adjust real inputs.
 */
export function Slider({ ref, label, history, ordinal, onSlide, onKeyDown }: SliderProps) {
  const input = useRef<HTMLInputElement>(null);
  const placed = useRef<{ history: History; ordinal: number } | null>(null);
  // Value and sentence belong to `place` once they are on screen: a rendering must not set them back.
  const [initial] = useState(() => ({ ordinal, sentence: eventSentence(history, ordinal) }));
  useImperativeHandle(ref, () => ({
    place: (next) => {
      const element = input.current;
      if (element === null || (placed.current?.ordinal === next && placed.current.history === history))
        return;
      placed.current = { history, ordinal: next };
      element.value = String(next);
      element.setAttribute('aria-valuetext', eventSentence(history, next));
    },
    focus: () => input.current?.focus({ preventScroll: true }),
    hasFocus: () => input.current !== null && document.activeElement === input.current,
  }));
  return (
    <input
      ref={input}
      className={styles.slider}
      type="range"
      aria-label={label}
      aria-valuetext={initial.sentence}
      min={0}
      max={history.length}
      step={1}
      defaultValue={initial.ordinal}
      onKeyDown={onKeyDown}
      onChange={(event) => onSlide(Number(event.target.value))}
    />
  );
}
