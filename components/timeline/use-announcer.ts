'use client';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { shownWords } from '#client/playhead-matching';
import { placeSentence } from '#client/playhead-words';
import { useWording } from '#client/wording/use-wording';
import type { DockModel } from './dock-model.ts';
import type { SliderHandle } from './slider.tsx';
import { usePainter } from './use-painter.ts';

/** Longer than the pause between two presses of a key, so that only a place of rest is spoken. */
const REST_MS = 500;

/**
 * Speaks in a polite live region: where the playhead has come to rest, and what a command did. While the slider itself has the focus its
 * value is spoken already, and saying it twice would be noise.
 */
export function useAnnouncer(model: DockModel, slider: RefObject<SliderHandle | null>) {
  const { eventOf } = useWording();
  const region = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const spoken = useRef(model.ordinal);
  const say = useCallback((text: string) => {
    if (region.current !== null) region.current.textContent = text;
  }, []);
  usePainter(model, () => {
    if (model.ordinal === spoken.current) return;
    spoken.current = model.ordinal;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (slider.current?.hasFocus() !== true)
        say(
          `${shownWords(model.matching, model.ordinal)}${placeSentence(model.stream, model.ordinal, model.free.at, model.zone, eventOf)}`,
        );
    }, REST_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return { region, say };
}
