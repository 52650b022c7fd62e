'use client';
import { useState } from 'react';
import { type Press, pressOf } from '#client/commands/chord';
import { COMMANDS } from '#client/commands/command-table';
import { type Handlers, useHandlers } from '#client/commands/handlers';
import { commandOf, type DockCommand, isShortcut, movementOf } from './dock-keys.ts';
import type { DockModel } from './dock-model.ts';
import type { Playback } from './use-playback.ts';

/** Lets the page and its palette give every command whose default key means something to the dock, wherever the focus is. */
export function useDockCommands(
  model: DockModel,
  playback: Playback,
  run: (command: DockCommand) => void,
): void {
  const give = (press: Press) => {
    const place = movementOf(press, model, model.ordinal);
    if (place === null) {
      const command = commandOf(press);
      if (command !== null) run(command);
      return;
    }
    playback.stop();
    model.moveTo(place);
    model.commit();
  };
  // Which those are never changes, and looking for a neighbour of the same type in a long history takes a while.
  const [known] = useState(() =>
    COMMANDS.flatMap(({ id, keys }) => {
      const press = pressOf(keys[0] ?? '');
      if (press === null || !isShortcut(press)) return [];
      return commandOf(press) !== null || movementOf(press, model, model.ordinal) !== null
        ? [{ id, press }]
        : [];
    }),
  );
  const handlers: Handlers = Object.fromEntries(known.map(({ id, press }) => [id, () => give(press)]));
  useHandlers(handlers);
}
