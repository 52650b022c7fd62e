'use client';
import { useMemo } from 'react';
import { useFoundActors } from '#client/commands/found-actors';
import { useFoundEntities } from '#client/commands/found-entities';
import { useFoundEvents } from '#client/commands/found-events';
import { useAvailable } from '#client/commands/handlers';
import { useOnScreen } from '#client/commands/on-screen';
import { useRecentEntities } from '#client/commands/recent-entities';
import { useShownFields } from '#client/commands/shown-fields';
import { useKeymap } from '#client/commands/use-keymap';
import { actorGroup } from './actor-group.ts';
import { commandGroups, isMoment, momentGroup, pageGroup, typeGroup } from './command-groups.ts';
import { eventGroup, foundGroup, recentGroup } from './entity-groups.ts';
import { fieldGroup } from './field-group.ts';
import type { PaletteGroup } from './palette-row.ts';

export interface PaletteGroups {
  readonly groups: readonly PaletteGroup[];
  readonly looking: boolean;
  readonly problem: string | null;
}

/** All that answers to what was typed. What comes later from the server stands last, so that nothing moves under the eye. */
export function usePaletteGroups(
  text: string,
  namespace: string,
  time: Readonly<Record<string, string>>,
): PaletteGroups {
  const typed = text.trim();
  const available = useAvailable();
  const keymap = useKeymap();
  const shown = useOnScreen();
  const fields = useShownFields(shown);
  const recent = useRecentEntities();
  const found = useFoundEntities(namespace, typed);
  const events = useFoundEvents(namespace, typed);
  const actors = useFoundActors(namespace, typed);
  const groups = useMemo(() => {
    const moments = momentGroup(typed, shown);
    const visited = recentGroup(typed, recent, namespace, shown?.entity ?? null);
    const commands = commandGroups(typed, available, keymap);
    const all =
      typed === ''
        ? [visited, pageGroup(typed, namespace, time), ...commands]
        : [
            // What is only perhaps a moment stands behind all that is surely something.
            ...(isMoment(typed, shown?.zone ?? 'UTC') ? [moments] : []),
            visited,
            ...bestFirst([
              ...commands,
              pageGroup(typed, namespace, time),
              typeGroup(typed, shown),
              fieldGroup(typed, fields, shown),
            ]),
            eventGroup(events, namespace),
            foundGroup(typed, found, namespace, visited),
            actorGroup(typed, actors, namespace),
            ...(isMoment(typed, shown?.zone ?? 'UTC') ? [] : [moments]),
          ];
    return all.filter(({ rows }) => rows.length > 0);
  }, [typed, available, keymap, shown, fields, recent, found, events, actors, namespace, time]);
  return { groups, looking: found.looking, problem: found.problem };
}

const bestFirst = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] =>
  [...groups].sort((one, other) => other.best - one.best);
