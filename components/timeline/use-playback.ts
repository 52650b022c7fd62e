'use client';
import { useEffect, useState } from 'react';
import { DEFAULT_PACE, type Pace, playFrom, playOn } from '#client/playhead-playback';
import type { DockModel } from './dock-model.ts';

export interface Playback {
  readonly playing: boolean;
  readonly pace: Pace;
  setPace(pace: Pace): void;
  /** Pausing commits where the playhead is. */
  toggle(): void;
  /** Stops without committing: another gesture takes over. */
  stop(): void;
}

/** Plays events one after the other, in steps and never in a glide, so that reduced motion needs nothing else. */
export function usePlayback(model: DockModel): Playback {
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState(DEFAULT_PACE);
  useEffect(() => {
    if (!playing) return;
    let played = { ordinal: model.ordinal, waited: 0 };
    let before = performance.now();
    let handle = requestAnimationFrame(function step(now) {
      played = playOn(played, now - before, walkOf(model), pace);
      before = now;
      if (played.ordinal !== model.ordinal) model.moveTo(played.ordinal);
      if (model.ordinal < model.ends.last) handle = requestAnimationFrame(step);
      else {
        setPlaying(false);
        model.commit();
      }
    });
    return () => cancelAnimationFrame(handle);
  }, [model, playing, pace]);
  const toggle = () => {
    if (playing) model.commit();
    else {
      const { first, last } = model.ends;
      model.moveTo(playFrom(model.ordinal, first, last));
    }
    setPlaying(!playing && model.columns.length > 0);
  };
  return { playing, pace, setPace, toggle, stop: () => setPlaying(false) };
}

/** Over the events that a filter shows. */
const walkOf = (model: DockModel) => ({
  at: model.columns.at,
  next: (ordinal: number) => model.stepFrom(ordinal, 1),
});
