/** Whatever can be taken along of one entity, as it was asked for. */
import type { Result } from '#core';
import type { AskedExport } from '#wire/api';
import type { App } from './app.ts';
import type { ExportFile } from './export/export-file.ts';
import { exportDiff } from './export-diff.ts';
import { exportEvents } from './export-events.ts';
import { exportMoment } from './export-moment.ts';
import type { EntityQuestion } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

/** null: no event ever named this entity. */
export async function exportAsked(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & AskedExport,
): Promise<Result<ExportFile | null>> {
  if (question.what === 'state') return exportMoment(viewer, app, question);
  return question.what === 'diff' ? exportDiff(viewer, app, question) : exportEvents(viewer, app, question);
}
