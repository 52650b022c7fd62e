/** How far the building of a history is, for whoever waits for it. It builds nothing. */
import { ok, type Result } from '#core';
import type { App } from './app.ts';
import { askedHistory, type EntityQuestion } from './history/asked-history.ts';
import type { BuildProgress } from './history/builds.ts';
import type { Viewer } from './viewer.ts';

/** `progress` null: nothing is being built. */
export interface BuildingAnswer {
  readonly progress: BuildProgress | null;
}

/** null: no event ever named this entity. Errors: those of askedHistory, and why the last attempt to build it failed. */
export async function readBuilding(
  _viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<BuildingAnswer | null>> {
  const asked = await askedHistory(app, question);
  if (!asked.ok) return asked;
  if (asked.value === null) return ok(null);
  const building = app.histories.building(asked.value);
  return building.ok ? ok({ progress: building.value }) : building;
}
