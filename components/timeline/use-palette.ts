'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { DockModel } from './dock-model.ts';
import { type Palette, readPalette, watchPalette } from './palette.ts';

/** The palette at this element; null before it is on screen. A change of theme asks for a new frame. */
export function usePalette(model: DockModel, element: RefObject<Element | null>): RefObject<Palette | null> {
  const palette = useRef<Palette | null>(null);
  useEffect(() => {
    const read = () => {
      if (element.current !== null) palette.current = readPalette(element.current);
      model.frames.request();
    };
    read();
    return watchPalette(read);
  }, [model, element]);
  return palette;
}
