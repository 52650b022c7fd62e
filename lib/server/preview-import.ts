/** The first events of an import as they would go in, and nothing written: what `--dry-run` shows. */
import { randomBytes } from 'node:crypto';
import { ok, type Result } from '#core';
import { type MappedEvent, ReadMeter, type RefusedPlace } from '#sources';
import type { App } from './app.ts';
import type { ImportRequest } from './import/import-request.ts';
import { openImport } from './import/open-import.ts';
import type { Viewer } from './viewer.ts';

export interface ImportPreview {
  readonly events: readonly MappedEvent[];
  /** Those met on the way, in their order. */
  readonly refusals: readonly RefusedPlace[];
  readonly notes: readonly string[];
}

const SHOWN_EVENTS = 5;
/** A wrong mapping refuses every line; nobody needs to see them all to know. */
const MOST_REFUSALS = 20;
/** Such ids are hashed with a key that the store makes for itself. */
const NO_STORE_YET =
  'There is no store yet. Event ids that the log does not give will be others once there is.';

/** `app` null: there is no store yet, and none is made. Errors: those of opening the inputs (CS-209, CS-210, CS-212). */
export async function previewImport(
  _viewer: Viewer,
  app: App | null,
  request: ImportRequest,
): Promise<Result<ImportPreview>> {
  const key = app === null ? randomBytes(32).toString('hex') : await app.store.eventIdKey();
  const opened = await openImport(key, { ...request, strict: false });
  if (!opened.ok) return opened;
  const events: MappedEvent[] = [];
  const refusals: RefusedPlace[] = [];
  const source = opened.value.open(new ReadMeter());
  for await (const item of source.items()) {
    if (item.ok) events.push(item);
    else refusals.push(item.refusal);
    if (events.length === SHOWN_EVENTS || refusals.length === MOST_REFUSALS) break;
  }
  return ok({ events, refusals, notes: [...source.notes, ...(app === null ? [NO_STORE_YET] : [])] });
}
