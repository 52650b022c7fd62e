/** The rows of the palette that lead to entities. */
import type { FoundEntities } from '#client/commands/found-entities';
import { fuzzyMatch } from '#client/commands/fuzzy-match';
import { alongToEntity, alongToEvent, type EntityName, entityHref, pageHref } from '#client/entity-href';
import { countText } from '#client/playhead-words';
import { appTimeParams, type FoundEvents } from '#wire';
import type { Where } from './command-groups.ts';
import { groupOf, type PaletteGroup, type PaletteRow } from './palette-row.ts';
import { rank } from './rank.ts';

const nameOf = ({ type, id }: EntityName): string => `${type}/${id}`;

/** Those that were looked at here, of every namespace; where nothing is typed without the one on screen. */
export function recentGroup(
  typed: string,
  recent: readonly EntityName[],
  where: Where,
  shown: EntityName | null,
): PaletteGroup {
  const others = recent.filter(
    (entity) => shown === null || nameOf(entity) !== nameOf(shown) || entity.namespace !== shown.namespace,
  );
  const rows = rank(typed, others, nameOf).map(({ item, at }) => rowOf(item, at, where, 'recent'));
  return groupOf('Recent', rows);
}

/** Those that the server found, without those that are listed as recent already. */
export function foundGroup(
  typed: string,
  { entities, more }: FoundEntities,
  where: Where,
  listed: PaletteGroup,
): PaletteGroup {
  const { namespace, time } = where;
  const before = new Set(listed.rows.map(({ key }) => key));
  const rows = entities
    .flatMap((entity) => {
      // The server's answer to what was typed before stands until the next one has come, as far as it still fits.
      const match = matchOf(typed, entity);
      return match === null ? [] : [{ entity, ...match }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ entity, at }) => rowOf(entity, at, where, 'entity'))
    .filter(({ key }) => !before.has(key));
  const ofTypes = typeRows(typed, entities, where);
  if (!more) return groupOf(`Entities in ${namespace}`, [...ofTypes, ...rows]);
  const href = pageHref('/entities', namespace, { id: typed, ...appTimeParams(time) });
  const text = `List all entities whose id contains “${typed}”`;
  const all: PaletteRow = { key: 'all', icon: 'page', text, at: [], hint: null, chords: [], href };
  return {
    title: `Entities in ${namespace} · the first ${rows.length} of more, type on for others`,
    rows: [...ofTypes, ...rows, all],
    best: 0,
  };
}

/** Ways to all entities of a type that begins as it was typed, as far as one of them was found. */
function typeRows(
  typed: string,
  entities: readonly EntityName[],
  { namespace, time }: Where,
): readonly PaletteRow[] {
  const begun = [...new Set(entities.map(({ type }) => type))].filter((type) =>
    type.toLowerCase().startsWith(typed.toLowerCase()),
  );
  return begun
    .sort((one, other) => one.length - other.length)
    .map((type): PaletteRow => {
      const href = pageHref('/entities', namespace, { type, ...appTimeParams(time) });
      const text = `All entities of type ${type}`;
      return { key: `all ${type}`, icon: 'page', text, at: [], hint: null, chords: [], href };
    });
}

/** Events that have what was typed as their id. */
export function eventGroup(events: FoundEvents['events'], { namespace, time }: Where): PaletteGroup {
  const rows = events.map(
    ({ entityType: type, entityId: id, version, type: eventType, position }): PaletteRow => {
      const href = entityHref({ namespace, type, id }, { at: String(version), ...alongToEvent(time) });
      const text = `${nameOf({ namespace, type, id })}, event ${countText(version)}`;
      return { key: `event ${position}`, icon: 'moment', text, at: [], hint: eventType, chords: [], href };
    },
  );
  return groupOf('The event with this id', rows);
}

/** A whole id before one that begins so, and that before one that only holds it. */
function matchOf(typed: string, entity: EntityName): { score: number; at: readonly number[] } | null {
  const match = fuzzyMatch(typed, nameOf(entity));
  const id = entity.id.toLowerCase();
  const text = typed.toLowerCase();
  const byId = id === text ? 10_000 : id.startsWith(text) ? 5_000 : 0;
  if (match === null) return byId === 0 ? null : { score: byId, at: [] };
  return { score: match.score + byId, at: match.at };
}

function rowOf(
  entity: EntityName,
  at: readonly number[],
  { namespace, time }: Where,
  icon: 'recent' | 'entity',
): PaletteRow {
  return {
    key: `entity ${entity.namespace}\n${entity.type}\n${entity.id}`,
    icon,
    text: nameOf(entity),
    at,
    hint: entity.namespace === namespace ? null : `in ${entity.namespace}`,
    chords: [],
    href: entityHref(entity, alongToEntity(time)),
  };
}
