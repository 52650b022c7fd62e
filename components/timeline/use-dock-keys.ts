'use client';
import type { KeyboardEvent } from 'react';
import { useKeymap } from '#client/commands/use-keymap';
import { commandOf, type DockCommand, isShortcut, movementOf } from './dock-keys.ts';
import type { DockModel } from './dock-model.ts';
import { useDockCommands } from './use-dock-commands.ts';
import type { Playback } from './use-playback.ts';

/**
 * Keys while the focus is anywhere in the dock. Text fields keep all of theirs, lists and buttons those that work them. A held
 * key only previews; letting go commits, so that the history of the browser gets one entry for it.
 */
export function useDockKeys(model: DockModel, playback: Playback, run: (command: DockCommand) => void) {
  const keymap = useKeymap();
  useDockCommands(model, playback, run);
  const onKeyDown = (event: KeyboardEvent) => {
    const press = keymap.standard(event);
    if (press === null || !isShortcut(press) || belongsToTarget(event)) return;
    const place = movementOf(press, model, model.ordinal);
    const command = place === null ? commandOf(press) : null;
    if (place === null && command === null) return;
    event.preventDefault();
    if (place !== null) {
      playback.stop();
      model.moveTo(place);
      if (!event.repeat) model.commit();
    } else if (command !== null && !event.repeat) run(command);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    const press = keymap.standard(event);
    if (press === null || belongsToTarget(event)) return;
    if (movementOf(press, model, model.ordinal) !== null) model.commit();
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
