import { pressOf } from '#client/commands/chord';
import type { Command } from '#client/commands/command-table';
import { keyCaps, spokenChord } from '#client/commands/key-words';
import type { Keymap } from '#client/commands/keymap';

export interface ShownKey {
  readonly id: string;
  readonly label: string;
  readonly chords: readonly string[];
  /** Heard only while the timeline has the focus. */
  readonly isOfTimeline: boolean;
}

/** Commands with their keys; the ten of the digits are one line for as long as they are the digits. */
export function shownKeys(commands: readonly Command[], keymap: Keymap): readonly ShownKey[] {
  const withKeys = commands.filter((command) => keymap.keysOf(command).length > 0);
  const tenths = withKeys.filter(({ byKeyOnly }) => byKeyOnly);
  const areDigits =
    tenths.length === 10 && tenths.every((command) => keymap.keysOf(command) === command.keys);
  const shown = withKeys
    .filter((command) => !(areDigits && command.byKeyOnly))
    .map((command) => shownKey(command, keymap));
  const [first] = tenths;
  if (!areDigits || first === undefined) return shown;
  const label = 'From the start to nine tenths of the history';
  return [...shown, { id: first.id, label, chords: ['0', '9'], isOfTimeline: true }];
}

/** By which words a command is found by its keys: as they are drawn, and as they are spoken. */
export function keyWords(command: Command, keymap: Keymap): string {
  const keys = keymap
    .keysOf(command)
    .map((chord) => `${keyCaps(chord, false).join('+')} ${spokenChord(chord, false)}`);
  return [command.also, command.group, ...keys].join(' ');
}

function shownKey(command: Command, keymap: Keymap): ShownKey {
  const chords = keymap.keysOf(command);
  const isHeard = chords.some((chord) => {
    const press = pressOf(chord);
    return press !== null && keymap.isHeardElsewhere(command, press);
  });
  return {
    id: command.id,
    label: command.label,
    chords,
    isOfTimeline: !isHeard && command.scope !== 'anywhere',
  };
}
