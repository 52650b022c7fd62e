'use client';

import { type KeyboardEvent, useState } from 'react';
import { chordOf } from '#client/commands/chord';
import type { Command } from '#client/commands/command-table';
import { type Keymap, whyNotKey } from '#client/commands/keymap';
import { Button } from '#components/ui/button';
import { KeyCaps } from '#components/ui/key-caps';

/** Takes the next key that is pressed. Esc leaves everything as it was; Tab goes on its way. */
export function KeyRecorder({
  command,
  keymap,
  onDone,
}: {
  command: Command;
  keymap: Keymap;
  /** With the new chord; undefined: as it was. */
  onDone(chord: string | undefined): void;
}) {
  const [wish, setWish] = useState<{ readonly chord: string; readonly holder: Command } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf({
      ...pressFrom(event),
      getModifierState: () => event.getModifierState('AltGraph'),
    });
    if (chord === null) return;
    if (chord === 'Escape') return onDone(undefined);
    const why = whyNotKey(chord);
    const holder = keymap.holderOf(chord, command.id);
    setProblem(why);
    if (why !== null) return;
    if (holder === null) onDone(chord);
    else setWish({ chord, holder });
  };
  if (wish !== null) {
    return (
      <span role="alert" className="flex flex-wrap items-center justify-end gap-2">
        <KeyCaps chord={wish.chord} />
        <span className="text-rem">is the key of “{wish.holder.label}”.</span>
        <Button look="outlined" autoFocus onClick={() => onDone(wish.chord)}>
          Take it from there
        </Button>
        <Button onClick={() => onDone(undefined)}>Cancel</Button>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {problem === null ? null : (
        <span role="alert" className="text-rem text-sm">
          {problem}
        </span>
      )}
      <Button
        look="outlined"
        autoFocus
        aria-label={`Press the new key of ${command.label}; Escape cancels`}
        onKeyDown={onKeyDown}
        onBlur={() => wish === null && onDone(undefined)}
      >
        Press the new key… <span className="text-ink-3">Esc cancels</span>
      </Button>
    </span>
  );
}

function pressFrom({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent) {
  return { key, shiftKey, ctrlKey, altKey, metaKey };
}
