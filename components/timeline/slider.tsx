'use client';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type Matching, shownWords } from '#client/playhead-matching';
import { eventSentence, placeSentence } from '#client/playhead-words';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import type { DockStream } from './dock-model.ts';
import styles from './slider.module.css';

export interface SliderHandle {
  /** Moves the thumb without a rendering. `instant`: microseconds since 1970, where it is not at an event. */
  place(ordinal: number, instant?: bigint | null): void;
  focus(): void;
  hasFocus(): boolean;
}

interface SliderProps {
  readonly ref: Ref<SliderHandle>;
  readonly label: string;
  readonly stream: DockStream;
  readonly ordinal: number;
  /** Where a filter is, which of the events that it shows this one is. Asked anew each time. */
  matching?(): Matching | null;
  /** A change that came from assistive technology; keys and pointers are the dock's. */
  onSlide(ordinal: number): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/**
 * What assistive technology sees of the playhead or a pin: a native range over the event ordinal, invisible above its drawing. Native,
 * because screen readers on touch screens can only adjust real inputs.
 */
export function Slider({ ref, label, stream, ordinal, matching, onSlide, onKeyDown }: SliderProps) {
  const input = useRef<HTMLInputElement>(null);
  const zone = useZone();
  const { eventOf } = useWording();
  const placed = useRef<{ ordinal: number; sentence: string } | null>(null);
  // Value and sentence belong to `place` once they are on screen: a rendering must not set them back.
  const [initial] = useState(() => ({ ordinal, sentence: eventSentence(stream, ordinal, zone, eventOf) }));
  useImperativeHandle(ref, () => ({
    place: (next, instant = null) => {
      const element = input.current;
      if (element === null) return;
      const sentence = `${shownWords(matching?.() ?? null, next)}${placeSentence(stream, next, instant, zone, eventOf)}`;
      if (placed.current?.ordinal === next && placed.current.sentence === sentence) return;
      placed.current = { ordinal: next, sentence };
      element.value = String(next);
      element.setAttribute('aria-valuetext', sentence);
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
      max={stream.length}
      step={1}
      defaultValue={initial.ordinal}
      onKeyDown={onKeyDown}
      onChange={(event) => onSlide(Number(event.target.value))}
    />
  );
}
