import type { ReactNode } from 'react';
import { COMMAND_GROUPS, COMMANDS, type Command } from '#client/commands/command-table';
import { FIXED_KEYS } from '#client/commands/fixed-keys';
import { useAvailable } from '#client/commands/handlers';
import { type KeyPlace, useKeyPlaces } from '#client/commands/key-places';
import type { Keymap } from '#client/commands/keymap';
import { ChangeableRow } from './changeable-row.tsx';
import { KeyRow } from './key-row.tsx';
import { rank } from './rank.ts';
import { keyWords, shownKeys } from './shown-keys.ts';

/** All keys by group, and where they are heard. */
export function KeyList({ keymap, typed, changing }: { keymap: Keymap; typed: string; changing: boolean }) {
  const available = useAvailable();
  const places = useKeyPlaces();
  const found = new Set(
    rank(
      typed,
      COMMANDS,
      ({ label }) => label,
      (command) => keyWords(command, keymap),
    ).map(({ item }) => item),
  );
  const ofCommands = COMMAND_GROUPS.map((title) => {
    const commands = COMMANDS.filter((command) => command.group === title && found.has(command));
    const isHere = commands.some(({ id }) => available.has(id));
    return {
      title,
      isHere,
      rows: changing ? changeable(commands, keymap) : told(commands, keymap, available),
    };
  }).filter(({ rows }) => rows.length > 0);
  // What can be changed is changed in the order in which it is always listed.
  const groups = changing ? ofCommands : hereFirst([...ofCommands, ...fixedGroups(typed, places)]);
  if (groups.length === 0) {
    return (
      <p className="py-10 text-center text-ink-2">
        No key and no command is called so. Try one word of what it does.
      </p>
    );
  }
  return (
    <div className={changing ? 'flex flex-col' : 'gap-x-10 sm:columns-2'}>
      {groups.map(({ title, rows }) => (
        <Group key={title} title={title}>
          {rows}
        </Group>
      ))}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-5 break-inside-avoid-column">
      <h3 className="border-line border-b pb-1 font-semibold">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function changeable(commands: readonly Command[], keymap: Keymap): readonly ReactNode[] {
  return commands.map((command) => <ChangeableRow key={command.id} command={command} keymap={keymap} />);
}

function told(
  commands: readonly Command[],
  keymap: Keymap,
  available: ReadonlySet<string>,
): readonly ReactNode[] {
  const keys = shownKeys(commands, keymap).map((key) => ({ ...key, isHere: available.has(key.id) }));
  return hereFirst(keys).map(({ id, label, chords, isHere, isOfTimeline }) => (
    <KeyRow key={id} {...{ label, chords, isHere, isOfTimeline }} />
  ));
}

function fixedGroups(typed: string, places: readonly KeyPlace[]) {
  return FIXED_KEYS.map(({ place, title, keys }) => {
    const isHere = places.includes(place);
    const found = rank(
      typed,
      keys,
      ({ what }) => what,
      ({ chords }) => `${title} ${chords.join(' ')}`,
    );
    const rows = found.map(({ item: { what, chords } }) => (
      <KeyRow key={what} label={what} chords={chords} isHere={isHere} isOfTimeline={false} />
    ));
    return { title, isHere, rows };
  }).filter(({ rows }) => rows.length > 0);
}

/** What works on this page before what does not, each in its order. */
const hereFirst = <T extends { readonly isHere: boolean }>(all: readonly T[]): readonly T[] => [
  ...all.filter(({ isHere }) => isHere),
  ...all.filter(({ isHere }) => !isHere),
];
