/** The rows of the palette that need nobody to be asked: commands, pages, moments and event types. */
import { COMMAND_GROUPS, COMMANDS, type Command } from '#client/commands/command-table';
import { runCommand } from '#client/commands/handlers';
import type { Keymap } from '#client/commands/keymap';
import type { OnScreen } from '#client/commands/on-screen';
import { entityHref, pageHref } from '#client/entity-href';
import { goToText, readGoTo } from '#client/go-to-text';
import { TIMES_TO_WRITE } from '#client/no-moment';
import { parseMoment } from '#core';
import { type AppTime, appTimeParams } from '#wire';
import { groupOf, type PaletteGroup, type PaletteRow } from './palette-row.ts';
import { type Ranked, rank } from './rank.ts';

const MOST_TYPES = 12;

interface Given {
  readonly available: ReadonlySet<string>;
  readonly keymap: Keymap;
}

export function commandGroups(typed: string, { available, keymap }: Given): readonly PaletteGroup[] {
  const ranked = rankedCommands(typed, available);
  if (typed !== '') {
    const named = ranked.filter(({ byName }) => byName);
    return [groupOf('Commands', named.map(commandRow(keymap, true)), named[0]?.score)];
  }
  const views: readonly Command['group'][] = [
    'Views',
    ...COMMAND_GROUPS.filter((group) => group !== 'Views'),
  ];
  return views.map((group) =>
    groupOf(group, ranked.filter(({ item }) => item.group === group).map(commandRow(keymap, false))),
  );
}

/** Commands and pages that are not called so: they are found by another word for them. */
export function relatedGroup(typed: string, { namespace, time }: Where, given: Given): PaletteGroup {
  if (typed === '') return groupOf('Related', []);
  const commands = rankedCommands(typed, given.available).filter(({ byName }) => !byName);
  const pages = rankedPages(typed).filter(({ byName }) => !byName);
  return groupOf('Related', [
    ...commands.map(commandRow(given.keymap, true)),
    ...pages.map(pageRow({ namespace, time })),
  ]);
}

const rankedCommands = (typed: string, available: ReadonlySet<string>): readonly Ranked<Command>[] =>
  rank(
    typed,
    COMMANDS.filter(({ id, byKeyOnly }) => available.has(id) && !byKeyOnly && id !== 'palette'),
    ({ label }) => label,
    ({ also, group }) => `${also} ${group}`,
  );

const commandRow =
  (keymap: Keymap, withGroup: boolean) =>
  ({ item, at }: Ranked<Command>): PaletteRow => ({
    key: `command ${item.id}`,
    icon: 'command',
    text: item.label,
    at,
    hint: withGroup ? item.group : null,
    chords: keymap.keysOf(item),
    href: null,
    run: async () => (runCommand(item.id) ? null : 'This cannot be done on this page any more.'),
  });

const PAGES = [
  { path: '/', text: 'Overview', also: 'go to home store newest' },
  { path: '/events', text: 'Events', also: 'go to search query find histogram' },
  { path: '/entities', text: 'Entities', also: 'go to list browse' },
  { path: '/sequences', text: 'Sequences', also: 'go to funnel steps pattern within' },
  { path: '/types', text: 'Event types', also: 'catalogue schema payload drift versions' },
  { path: '/model', text: 'Event model', also: 'directly follows graph process order steps' },
  { path: '/compare', text: 'Compare two moments', also: 'store diff stat between then now' },
  { path: '/together', text: 'Together', also: 'go to side by side several entities one clock' },
  { path: '/status', text: 'Status', also: 'go to verify imports store' },
] as const;

export interface Where {
  readonly namespace: string;
  /** Where the app stands; links take it along. */
  readonly time: AppTime;
}

export function pageGroup(typed: string, where: Where): PaletteGroup {
  const named = rankedPages(typed).filter(({ byName }) => byName);
  return groupOf('Pages', named.map(pageRow(where)), named[0]?.score);
}

const rankedPages = (typed: string): readonly Ranked<(typeof PAGES)[number]>[] =>
  rank(
    typed,
    PAGES,
    ({ text }) => text,
    ({ also }) => also,
  );

const pageRow =
  ({ namespace, time }: Where) =>
  ({ item, at }: Ranked<(typeof PAGES)[number]>): PaletteRow => {
    const href = pageHref(item.path, namespace, appTimeParams(time));
    return { key: `page ${item.path}`, icon: 'page', text: item.text, at, hint: null, chords: [], href };
  };

/** What is typed as a moment of this history; whatever else it may be, the page is asked whether it understands it. */
export function momentGroup(typed: string, shown: OnScreen | null): PaletteGroup {
  if (shown === null || typed === '') return groupOf('Go to', []);
  const { text: at, problem, note } = readGoTo(typed, { now: Date.now(), zone: shown.zone });
  const moment = parseMoment(at);
  const run = async () =>
    (await shown.goTo(typed))
      ? null
      : (problem ??
        `“${typed}” is no moment of this history. A version (812), a position of the log (@81204), the id of one of its events and ${TIMES_TO_WRITE} are.`);
  const row = { key: 'moment', icon: 'moment', at: [], chords: [], run } as const;
  if (!moment.ok)
    return groupOf('Go to', [
      { ...row, text: `Look for “${typed}” in this history`, hint: null, href: null },
    ]);
  const href = entityHref(shown.entity, { at });
  return groupOf('Go to', [
    { ...row, text: MOMENT_WORDS[moment.value.kind](at), hint: note ?? 'in this history', href },
  ]);
}

/** Whether what was typed is a moment and hardly anything else. */
export const isMoment = (typed: string, zone: string): boolean =>
  parseMoment(goToText(typed, { now: Date.now(), zone })).ok;

const MOMENT_WORDS = {
  version: (at: string) => (at === '0' ? 'Before the first event' : `Event ${at}`),
  position: (at: string) => `Position ${at} of the log`,
  instant: (at: string) => `As of ${at}`,
  latest: () => 'The newest event',
} as const;

export function typeGroup(typed: string, shown: OnScreen | null): PaletteGroup {
  if (shown === null || typed === '') return groupOf('Event types', []);
  const steps = shown.types.flatMap((type) => [
    { type, text: `Next ${shown.eventOf(type)}`, direction: 1 } as const,
    { type, text: `Previous ${shown.eventOf(type)}`, direction: -1 } as const,
  ]);
  const ranked = rank(
    typed,
    steps,
    ({ text }) => text,
    ({ type }) => type,
  );
  const rows = ranked.flatMap(({ item, at }): PaletteRow[] => {
    const { type, text, direction } = item;
    const ordinal = shown.nearest(type, direction);
    if (ordinal === null) return [];
    const run = async () => {
      shown.goToOrdinal(ordinal);
      return null;
    };
    return [
      { key: `type ${direction} ${type}`, icon: 'type', text, at, hint: null, chords: [], href: null, run },
    ];
  });
  return groupOf('Event types', rows, ranked[0]?.score, MOST_TYPES);
}
