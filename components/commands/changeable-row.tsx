'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { Command } from '#client/commands/command-table';
import { type Keymap, withDefaultKeys, withKey } from '#client/commands/keymap';
import { keepKeys } from '#client/commands/use-keymap';
import { Button, IconButton } from '#components/ui/button';
import { KeyCaps } from '#components/ui/key-caps';
import { KeyRecorder } from './key-recorder.tsx';

/** A command whose key can be changed, taken away and given back. */
export function ChangeableRow({ command, keymap }: { command: Command; keymap: Keymap }) {
  const [recording, setRecording] = useState(false);
  const chords = keymap.keysOf(command);
  const isChanged = keymap.reader.changed.has(command.id);
  const finish = (chord: string | null | undefined) => {
    setRecording(false);
    if (chord !== undefined) keepKeys(withKey(keymap, command, chord));
  };
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b py-1">
      <span className={`min-w-0 flex-1 basis-48 ${isChanged ? 'font-medium' : ''}`}>{command.label}</span>
      {recording ? (
        <KeyRecorder command={command} keymap={keymap} onDone={finish} />
      ) : (
        <span className="flex items-center gap-2">
          {chords.length === 0 ? <span className="text-ink-3 text-sm">no key</span> : null}
          {chords.map((chord) => (
            <KeyCaps key={chord} chord={chord} />
          ))}
          <Button
            look="outlined"
            aria-label={`Change the key of ${command.label}`}
            onClick={() => setRecording(true)}
          >
            Change
          </Button>
          <Button
            aria-label={`Remove the key of ${command.label}`}
            disabled={chords.length === 0}
            onClick={() => keepKeys(withKey(keymap, command, null))}
          >
            Remove
          </Button>
          <IconButton
            label={`Reset the key of ${command.label}`}
            disabled={!isChanged}
            onClick={() => keepKeys(withDefaultKeys(keymap, command))}
          >
            <RotateCcw aria-hidden size={14} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
