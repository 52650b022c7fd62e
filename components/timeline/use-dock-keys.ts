'use client';
import type { KeyboardEvent } from 'react';
import { commandOf, type DockCommand, isShortcut, movementOf } from './dock-keys.ts';
import type { DockModel } from './dock-model.ts';
import type { Playback } from './use-playback.ts';

/**
 * Keys while the focus is anywhere in the dock. Text fields keep all of theirs, lists and buttons those that work them. A held
 * key only previews; letting go commits, so that the history of the browser gets one entry for it.
 */
export function useDockKeys(model: DockModel, playback: Playback, run: (command: DockCommand) => void) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isShortcut(event) || belongsToTarget(event)) return;
    const place = movementOf(event, model, model.ordinal);
    const command = place === null ? commandOf(event) : null;
    if (place === null && command === null) return;
    event.preventDefault();
    if (place !== null) {
      playback.stop();
      model.moveTo(place);
      if (!event.repeat) model.commit();
    } else if (command !== null && !event.repeat) run(command);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (!belongsToTarget(event) && movementOf(event, model, model.ordinal) !== null) model.commit();
  };
  // A key that is held while the focus leaves is let go unseen.
  const onBlur = () => {
    if (!playback.playing) model.commit();
  };
  return { onKeyDown, onKeyUp, onBlur };
}

function belongsToTarget({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLSelectElement) return key !== 'Escape';
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  if (target instanceof HTMLButtonElement) return key === ' ' || key === 'Enter';
  return false;
}
