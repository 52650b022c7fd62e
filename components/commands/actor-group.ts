/** The rows of the palette that lead to all that one actor did. */
import { fuzzyMatch } from '#client/commands/fuzzy-match';
import { actorPath, type NamesAnswer } from '#wire';
import type { Where } from './command-groups.ts';
import { groupOf, type PaletteGroup, type PaletteRow } from './palette-row.ts';

const MOST = 5;

export function actorGroup(
  typed: string,
  { names, isMore }: NamesAnswer,
  { namespace, time }: Where,
): PaletteGroup {
  const rows = names.slice(0, MOST).map((actor): PaletteRow => {
    const at = fuzzyMatch(typed, actor)?.at ?? [];
    const href = actorPath(actor, { namespace, ...time });
    return {
      key: `actor ${actor}`,
      icon: 'actor',
      text: actor,
      at,
      hint: 'all that this actor did',
      chords: [],
      href,
    };
  });
  const hasMore = isMore || names.length > MOST;
  const title = hasMore
    ? `Actors in ${namespace} · the first ${MOST} of more, type on for others`
    : `Actors in ${namespace}`;
  return groupOf(title, rows);
}
