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
import type { AppTime } from '#wire';
import { actorGroup } from './actor-group.ts';
import {
  commandGroups,
  isMoment,
  momentGroup,
  pageGroup,
  relatedGroup,
  typeGroup,
} from './command-groups.ts';
import { eventGroup, foundGroup, recentGroup } from './entity-groups.ts';
import { fieldGroup } from './field-group.ts';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';

export interface PaletteGroups {
  readonly groups: readonly PaletteGroup[];
  /** What is chosen as long as nothing else is; null while a better answer than what is there may still come. */
  readonly first: PaletteRow | null;
  /** The same where it is called as was typed; null: it is something else, or nothing was found so far. */
  readonly sure: PaletteRow | null;
  readonly looking: boolean;
  readonly problem: string | null;
}

/**
 * All that answers to what was typed. What comes later from the server stands last, so that nothing moves under the eye; only what is
 * not called so and what may be no moment stand behind it still.
 */
export function usePaletteGroups(text: string, namespace: string, time: AppTime): PaletteGroups {
  const typed = text.trim();
  const available = useAvailable();
  const keymap = useKeymap();
  const shown = useOnScreen();
  const fields = useShownFields(shown);
  const recent = useRecentEntities();
  const found = useFoundEntities(namespace, typed);
  const events = useFoundEvents(namespace, typed);
  const actors = useFoundActors(namespace, typed);
  const { groups, isSure } = useMemo(() => {
    const where = { namespace, time };
    const given = { available, keymap };
    const moments = momentGroup(typed, shown);
    const visited = recentGroup(typed, recent, where, shown?.entity ?? null);
    const related = relatedGroup(typed, where, given);
    const commands = commandGroups(typed, given);
    const isAMoment = isMoment(typed, shown?.zone ?? 'UTC');
    const all =
      typed === ''
        ? [visited, pageGroup(typed, where), ...commands]
        : [
            // What is only perhaps a moment stands behind all that is surely something.
            ...(isAMoment ? [moments] : []),
            visited,
            ...bestFirst([
              ...commands,
              pageGroup(typed, where),
              typeGroup(typed, shown),
              fieldGroup(typed, fields, shown),
            ]),
            eventGroup(events, where),
            foundGroup(typed, found, where, visited),
            actorGroup(typed, actors, where),
            related,
            ...(isAMoment ? [] : [moments]),
          ];
    const groups = all.filter(({ rows }) => rows.length > 0);
    const [first] = groups;
    return { groups, isSure: first !== related && (first !== moments || isAMoment) };
  }, [typed, available, keymap, shown, fields, recent, found, events, actors, namespace, time]);
  const mayBeBettered = !isSure && found.looking && found.problem === null;
  const first = mayBeBettered ? null : (groups[0]?.rows[0] ?? null);
  return { groups, first, sure: isSure ? first : null, looking: found.looking, problem: found.problem };
}

const bestFirst = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] =>
  [...groups].sort((one, other) => other.best - one.best);
