/**
 * Loads the demo into the namespace `demo`, once: the story of a shop and, where the checkout has its history, the history of
 * its own package.json.
 *
 * Event ids are the story's own, so a load that was stopped or killed is completed by the next one.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#config';
import { fail, ok, type ProjectionKind, type Result } from '#core';
import type { AppendReceipt } from '#store';
import { DEMO_NAMESPACE } from '#wire';
import type { App } from './app.ts';
import { demoEvents } from './demo/story.ts';
import { importFiles } from './import-files.ts';
import type { Viewer } from './viewer.ts';

export interface DemoReport {
  /** False: it was there already, or this is somebody's own database, which never gets the demo. */
  readonly loaded: boolean;
  readonly events: number;
  /** What could not be done beside the story. */
  readonly notes: readonly string[];
}

const SETTING = 'demo';
const BATCH = 1_000;

export interface DemoOptions {
  /** Counts events of the story. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told to stop, it ends after the batch under way, and rejects with the reason. */
  readonly stop?: AbortSignal;
}

/** Errors: CS-3xx of the store. */
export async function loadDemo(
  viewer: Viewer,
  app: App,
  options: DemoOptions = {},
): Promise<Result<DemoReport>> {
  const wanted = app.database.embedded && (await app.store.setting(SETTING)) === null;
  if (!wanted) return ok({ loaded: false, events: 0, notes: [] });
  const full = await app.store.roomProblem();
  if (full !== null) return { ok: false, error: full };
  const events = await loadStory(app, options);
  if (!events.ok) return events;
  options.stop?.throwIfAborted();
  const notes = await importOwnHistory(viewer, app);
  await app.store.putSetting(SETTING, 'loaded');
  return ok({ loaded: true, events: events.value, notes });
}

async function loadStory(app: App, { onProgress, stop }: DemoOptions): Promise<Result<number>> {
  const { store } = app;
  const events = demoEvents();
  for (const entityType of new Set(events.map((event) => event.entityType))) {
    // Without the demo's part of the configuration its events are still worth reading, one payload after the other.
    const kind: ProjectionKind = app.config.kindOf(DEMO_NAMESPACE, entityType) ?? 'replace';
    await store.registerProjection(DEMO_NAMESPACE, entityType, kind, 'the demo');
  }
  const start = { namespace: DEMO_NAMESPACE, source: 'demo', format: 'demo', options: '{}' };
  const importId = await store.beginImport(start);
  let alreadyThere = 0;
  for (let from = 0; from < events.length; from += BATCH) {
    stop?.throwIfAborted();
    const items = events.slice(from, from + BATCH).map((event) => ({ event }));
    const receipt = await store.append({ namespace: DEMO_NAMESPACE, items, atomic: true, importId });
    if (!receipt.ok) return receipt;
    const refused = firstRefusal(receipt.value);
    if (refused !== null) return refused;
    alreadyThere += receipt.value.alreadyThere;
    onProgress?.(from + items.length, events.length);
  }
  await store.finishImport(importId, { read: events.length, alreadyThere, refused: 0, digest: null });
  return ok(events.length);
}

/** The cause: the others of the batch were refused with it. Another version of the story may be in the log. */
function firstRefusal({ outcomes }: AppendReceipt): Result<never> | null {
  for (const outcome of outcomes) {
    if (outcome.kind === 'refused' && outcome.code !== 'CS-304') return fail(outcome.code, outcome.reason);
  }
  return null;
}

/** A checkout without git, or a git that does not answer, is no reason to be without a demo. */
async function importOwnHistory(viewer: Viewer, app: App): Promise<readonly string[]> {
  const root = projectRoot();
  if (!existsSync(path.join(root, '.git'))) return [];
  const request = {
    namespace: DEMO_NAMESPACE,
    labels: [root],
    what: { format: 'git', globs: ['package.json'] },
    source: 'this checkout',
    zone: null,
    fold: null,
    refold: false,
    strict: false,
    rejects: null,
  } as const;
  const imported = await importFiles(viewer, app, request, () => undefined);
  return imported.ok ? imported.value.notes : [imported.error.message];
}
