'use client';
import { useEffect, useState } from 'react';
import { DEFAULT_SPEED, playedEvents, playFrom } from '#client/playhead-playback';
import type { DockModel } from './dock-model.ts';

export interface Playback {
  readonly playing: boolean;
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Pausing commits where the playhead is. */
  toggle(): void;
  /** Stops without committing: another gesture takes over. */
  stop(): void;
}

/** Plays events one after the other, in steps and never in a glide, so that reduced motion needs nothing else. */
export function usePlayback(model: DockModel): Playback {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(DEFAULT_SPEED);
  useEffect(() => {
    if (!playing) return;
    let owed = 0;
    let before = performance.now();
    let handle = requestAnimationFrame(function step(now) {
      const played = playedEvents(owed, now - before, speed);
      owed = played.owed;
      before = now;
      if (played.events > 0) model.moveTo(model.stepFrom(model.ordinal, played.events));
      if (model.ordinal < model.ends.last) handle = requestAnimationFrame(step);
      else {
        setPlaying(false);
        model.commit();
      }
    });
    return () => cancelAnimationFrame(handle);
  }, [model, playing, speed]);
  const toggle = () => {
    if (playing) model.commit();
    else {
      const { first, last } = model.ends;
      model.moveTo(playFrom(model.ordinal, first, last));
    }
    setPlaying(!playing && model.columns.length > 0);
  };
  return { playing, speed, setSpeed, toggle, stop: () => setPlaying(false) };
}
