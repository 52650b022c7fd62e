'use client';
import type { RefObject } from 'react';
import type { DockModel, Pins } from './dock-model.ts';
import { PinHandle } from './pin-handle.tsx';
import { Range } from './range.tsx';

interface PinnedMomentsProps {
  readonly model: DockModel;
  readonly pins: Pins;
  /** The track, whose left edge is pixel 0. */
  readonly box: RefObject<HTMLElement | null>;
}

/** The pins that are set, and the stretch between them. */
export function PinnedMoments({ model, pins, box }: PinnedMomentsProps) {
  return (
    <>
      <Range model={model} />
      {pins.a !== null && <PinHandle model={model} name="a" ordinal={pins.a} box={box} />}
      {pins.b !== null && <PinHandle model={model} name="b" ordinal={pins.b} box={box} />}
    </>
  );
}
