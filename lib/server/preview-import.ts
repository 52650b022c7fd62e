/** The first events of an import as they would go in, and nothing written: what `--dry-run` shows. */
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

/** Errors: those of opening the inputs (CS-209, CS-210, CS-212). */
export async function previewImport(
  _viewer: Viewer,
  app: App,
  request: ImportRequest,
): Promise<Result<ImportPreview>> {
  const opened = await openImport(app, { ...request, strict: false });
  if (!opened.ok) return opened;
  const events: MappedEvent[] = [];
  const refusals: RefusedPlace[] = [];
  const source = opened.value.open(new ReadMeter());
  for await (const item of source.items()) {
    if (item.ok) events.push(item);
    else refusals.push(item.refusal);
    if (events.length === SHOWN_EVENTS || refusals.length === MOST_REFUSALS) break;
  }
  return ok({ events, refusals, notes: source.notes });
}
