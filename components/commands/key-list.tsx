import type { ReactNode } from 'react';
import { COMMAND_GROUPS, COMMANDS, type Command } from '#client/commands/command-table';
import { FIXED_KEYS } from '#client/commands/fixed-keys';
import { useAvailable } from '#client/commands/handlers';
import type { Keymap } from '#client/commands/keymap';
import { ChangeableRow } from './changeable-row.tsx';
import { KeyRow } from './key-row.tsx';
import { rank } from './rank.ts';
import { keyWords, shownKeys } from './shown-keys.ts';

/** All keys by group, and where they are heard. */
export function KeyList({ keymap, typed, changing }: { keymap: Keymap; typed: string; changing: boolean }) {
  const available = useAvailable();
  const found = new Set(
    rank(
      typed,
      COMMANDS,
      ({ label }) => label,
      (command) => keyWords(command, keymap),
    ).map(({ item }) => item),
  );
  const groups = COMMAND_GROUPS.map((group) => {
    const commands = COMMANDS.filter((command) => command.group === group && found.has(command));
    return { group, rows: changing ? changeable(commands, keymap) : told(commands, keymap, available) };
  }).filter(({ rows }) => rows.length > 0);
  const fixed = changing ? [] : fixedGroups(typed);
  if (groups.length + fixed.length === 0) {
    return (
      <p className="py-10 text-center text-ink-2">
        No key and no command is called so. Try one word of what it does.
      </p>
    );
  }
  return (
    <div className={changing ? 'flex flex-col' : 'gap-x-10 sm:columns-2'}>
      {groups.map(({ group, rows }) => (
        <Group key={group} title={group}>
          {rows}
        </Group>
      ))}
      {fixed.map(({ title, keys }) => (
        <Group key={title} title={title}>
          {keys.map(({ what, chords }) => (
            <KeyRow key={what} label={what} chords={chords} isHere isOfTimeline={false} />
          ))}
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
  return shownKeys(commands, keymap).map(({ id, label, chords, isOfTimeline }) => (
    <KeyRow key={id} label={label} chords={chords} isHere={available.has(id)} isOfTimeline={isOfTimeline} />
  ));
}

function fixedGroups(typed: string) {
  return FIXED_KEYS.map(({ title, keys }) => ({
    title,
    keys: rank(
      typed,
      keys,
      ({ what }) => what,
      ({ chords }) => `${title} ${chords.join(' ')}`,
    ).map(({ item }) => item),
  })).filter(({ keys }) => keys.length > 0);
}
