/**
 * Imports logs: everything that can be an event goes in, in batches; everything else is a refusal with its place. Reading the same
 * input again adds nothing, so an import that was killed is completed by running it again.
 *
 * Strict: the input is read once to the end before anything is written, and written in one transaction.
 */
import type { Result } from '#core';
import { ReadMeter } from '#sources';
import type { App } from './app.ts';
import { appendInBatches } from './import/append-in-batches.ts';
import { appendStrictly } from './import/append-strictly.ts';
import { ImportKinds } from './import/import-kinds.ts';
import type { ImportRequest } from './import/import-request.ts';
import { type ImportProgress, ImportTally } from './import/import-tally.ts';
import { openImport } from './import/open-import.ts';
import { RejectsFile } from './import/rejects-file.ts';
import type { Viewer } from './viewer.ts';

export type { ImportProgress, ImportRequest };

export interface ImportSummary {
  readonly importId: string;
  readonly read: number;
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
  /** Good items that a strict import kept out because of the refused ones. */
  readonly heldBack: number;
  readonly notes: readonly string[];
}

/** What a finished import read and neither added, knew nor refused; only a strict one has any. */
export function heldBackOf(
  counts: Pick<ImportSummary, 'read' | 'added' | 'alreadyThere' | 'refused'>,
): number {
  return counts.read - counts.added - counts.alreadyThere - counts.refused;
}

/** Errors: CS-209 and CS-210 for the inputs, CS-212 for a repository, CS-213 for the kind of fold; CS-323 for the disk; CS-3xx and CS-4xx of the store. */
export async function importFiles(
  viewer: Viewer,
  app: App,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<ImportSummary>> {
  const kinds = new ImportKinds(app, request, viewer.name);
  const agreed = await kinds.checkConstantType();
  if (!agreed.ok) return agreed;
  const full = await app.store.roomProblem();
  if (full !== null) return { ok: false, error: full };
  const opened = await openImport(await app.store.eventIdKey(), request);
  if (!opened.ok) return opened;
  const { inputs, open, describe, close } = opened.value;
  try {
    const rejects = await RejectsFile.open(request.rejects, inputs);
    if (!rejects.ok) return rejects;
    const importId = await app.store.beginImport(describe());
    const tally = new ImportTally(app.store, importId, inputs, rejects.value, onProgress);
    const meter = new ReadMeter();
    const work = { app, request, importId, kinds, tally, open };
    const done = request.strict ? await appendStrictly(work, meter) : await appendInBatches(work, meter);
    const counts = await tally.finish(meter.digest(), done.ok);
    if (!done.ok) return done;
    return {
      ok: true,
      value: {
        ...counts,
        heldBack: heldBackOf(counts),
        importId: String(importId),
        notes: [...done.value, ...kinds.notes],
      },
    };
  } finally {
    await close();
  }
}
