/** What the list of entities shows: the page that was found, how many there are, and what stands beside them. */
import type { Problem, QueryProblem } from '#core';
import {
  type App,
  countEntities,
  countEntitiesFound,
  type EntitiesAsked,
  type EntitiesFound,
  entityDensity,
  findEntities,
  type Viewer,
} from '#server';
import type { EntitiesView } from '#wire';

export interface FoundPage {
  readonly found: EntitiesFound;
  /** Without those that had been removed, and with them; null: counting took too long. */
  readonly present: number | null;
  readonly all: number | null;
  readonly density: Awaited<ReturnType<typeof entityDensity>>;
}

const PAGE = 100;

export async function findPage(
  viewer: Viewer,
  app: App,
  view: EntitiesView,
): Promise<{ readonly page: FoundPage } | { readonly problem: Problem | QueryProblem }> {
  const { namespace, time, query, type, idContains, columns, after } = view;
  const asked = {
    namespace,
    text: query,
    zone: time.zone === null || time.zone === 'local' ? 'UTC' : time.zone,
    asOf: time.asOf ?? 'latest',
    axis: time.axis,
    ...(type === '' ? {} : { type }),
    ...(idContains === '' ? {} : { idContains }),
  };
  const [found, present, all] = await Promise.all([
    findEntities(viewer, app, { ...asked, withRemoved: view.withRemoved, columns, after, limit: PAGE }),
    count(viewer, app, { ...asked, withRemoved: false }),
    count(viewer, app, { ...asked, withRemoved: true }),
  ]);
  if (!found.ok) return { problem: found.error };
  const entities = found.value.entities;
  const density = await entityDensity(viewer, app, { namespace, axis: time.axis, entities });
  return {
    page: {
      found: found.value,
      present: present.ok ? present.value : null,
      all: all.ok ? all.value : null,
      density,
    },
  };
}

/** Of all there are now, what the rows of the streams say is enough. */
function count(viewer: Viewer, app: App, asked: EntitiesAsked) {
  const isPlain = asked.text === '' && asked.asOf === 'latest' && asked.axis === 'recorded';
  return isPlain ? countEntities(viewer, app, asked) : countEntitiesFound(viewer, app, asked);
}
