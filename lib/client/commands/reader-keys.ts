/** What a reader has changed about the keys, and how this browser keeps it. */
import { chordFrom } from './chord.ts';
import { type CommandId, commandById } from './command-table.ts';

export interface ReaderKeys {
  /** By command: its chords instead of the default ones; none: the command has no key. */
  readonly changed: ReadonlyMap<CommandId, readonly string[]>;
  /** Keys that are one character work outside of the timeline too. */
  readonly singleKeys: boolean;
}

export const DEFAULT_KEYS: ReaderKeys = { changed: new Map(), singleKeys: true };

/** Law: parseReaderKeys(writeReaderKeys(keys)) = keys. What cannot be read is as if it had never been changed. */
export function parseReaderKeys(text: string | null): ReaderKeys {
  const kept = text === null ? null : parsed(text);
  if (!isRecord(kept)) return DEFAULT_KEYS;
  const changed = new Map<CommandId, readonly string[]>();
  for (const [id, chords] of isRecord(kept.keys) ? Object.entries(kept.keys) : []) {
    const command = commandById(id);
    if (command === null || !Array.isArray(chords)) continue;
    const read = chords.map((chord) => (typeof chord === 'string' ? chordFrom(chord) : null));
    if (!read.includes(null))
      changed.set(
        command.id,
        read.filter((chord) => chord !== null),
      );
  }
  return { changed, singleKeys: kept.singleKeys !== false };
}

export function writeReaderKeys({ changed, singleKeys }: ReaderKeys): string {
  return JSON.stringify({ v: 1, singleKeys, keys: Object.fromEntries(changed) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
