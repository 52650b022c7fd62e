/**
 * Which keys stand for which command: the defaults of the table and what the reader has changed.
 *
 * All scopes overlap (the timeline is on the page), so a chord may stand for one command only.
 */
import { chordOf, chordsMeantBy, isSingleCharacter, type Press, pressOf } from './chord.ts';
import { COMMANDS, type Command, type CommandId } from './command-table.ts';
import { DEFAULT_KEYS, type ReaderKeys } from './reader-keys.ts';

export class Keymap {
  private readonly byChord = new Map<string, Command>();

  constructor(readonly reader: ReaderKeys) {
    for (const command of COMMANDS) {
      for (const chord of this.keysOf(command)) {
        for (const meant of chordsMeantBy(chord)) this.byChord.set(meant, command);
      }
    }
  }

  keysOf({ id, keys }: Pick<Command, 'id' | 'keys'>): readonly string[] {
    return this.reader.changed.get(id) ?? keys;
  }

  /** What a press stands for; null: nothing of ours. */
  commandOf(press: Press): Command | null {
    const chord = chordOf(press);
    return chord === null ? null : (this.byChord.get(chord) ?? null);
  }

  /**
   * The press by which the same command is given where nobody has changed a key, for those who know the default ones; null where the
   * reader took this key away. Keys that are not in the table stay what they are.
   */
  standard(press: Press): Press | null {
    const chord = chordOf(press);
    if (chord === null) return press;
    const command = this.byChord.get(chord);
    if (command === undefined) return DEFAULT_CHORDS.has(chord) ? null : press;
    const [first = ''] = command.keys;
    return command.keys.some((key) => chordsMeantBy(key).includes(chord)) ? press : pressOf(first);
  }

  /** Whether it is heard while the focus is not in the timeline. */
  isHeardElsewhere(command: Command, press: Press): boolean {
    const chord = chordOf(press);
    if (command.scope === 'dock' || chord === null) return false;
    return this.reader.singleKeys || !isSingleCharacter(chord);
  }

  /** Whether it is the timeline's while nothing has the focus: what moves in time, which takes nothing away. */
  isHeardWithoutFocus(command: Command, press: Press): boolean {
    const chord = chordOf(press);
    if (command.scope !== 'dock' || command.group !== 'Move in time' || chord === null) return false;
    return this.reader.singleKeys || !isSingleCharacter(chord);
  }

  /** Who has the chord, other than the command that would get it; null: it is free. */
  holderOf(chord: string, other: CommandId): Command | null {
    const holder = chordsMeantBy(chord).map((meant) => this.byChord.get(meant));
    return holder.find((command) => command !== undefined && command.id !== other) ?? null;
  }
}

/** The reader's keys once a command has this chord and no other; whoever had it has it no more. */
export function withKey(keymap: Keymap, command: Command, chord: string | null): ReaderKeys {
  const changed = new Map(keymap.reader.changed);
  const holder = chord === null ? null : keymap.holderOf(chord, command.id);
  if (holder !== null && chord !== null) {
    const taken = chordsMeantBy(chord);
    const left = keymap
      .keysOf(holder)
      .filter((key) => !chordsMeantBy(key).some((one) => taken.includes(one)));
    put(changed, holder, left);
  }
  put(changed, command, chord === null ? [] : [chord]);
  return { ...keymap.reader, changed };
}

/** The default keys of one command again, except those that another has by now. */
export function withDefaultKeys(keymap: Keymap, command: Command): ReaderKeys {
  const changed = new Map(keymap.reader.changed);
  put(
    changed,
    command,
    command.keys.filter((chord) => keymap.holderOf(chord, command.id) === null),
  );
  return { ...keymap.reader, changed };
}

/** Why a key cannot be given to anything; null: it can. */
export function whyNotKey(chord: string): string | null {
  return RESERVED.has(chord)
    ? 'This key moves the focus or presses what has it, so it stays as it is.'
    : null;
}

/** Where nothing is left to be said, nothing is kept: a later default then reaches the reader. */
function put(
  changed: Map<CommandId, readonly string[]>,
  { id, keys }: Command,
  chords: readonly string[],
): void {
  if (chords.length === keys.length && chords.every((chord, nth) => chord === keys[nth])) changed.delete(id);
  else changed.set(id, chords);
}

const RESERVED: ReadonlySet<string> = new Set([
  'Tab',
  'Shift+Tab',
  'Enter',
  'Shift+Enter',
  'F5',
  'F11',
  'F12',
]);

const DEFAULT_CHORDS: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ keys }) => keys.flatMap((chord) => [...chordsMeantBy(chord)])),
);

export const DEFAULT_KEYMAP = new Keymap(DEFAULT_KEYS);
