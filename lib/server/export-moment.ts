/** The state of one entity at one moment as a file, with the event that set each of its values. */
import { ok, type Result, stateText } from '#core';
import { NO_FILTER } from '#wire';
import { aboutScope, LEAF_SHAPE, type RowsFormat, stateDocument, writeExport } from '#wire/export';
import type { App } from './app.ts';
import { type ExportFile, exportFile, once, scopeMoment, scopeOf } from './export/export-file.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

/** null: no event ever named this entity. An entity that did not exist then is a file that says so, without rows. */
export async function exportMoment(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly at: string; readonly format: Exclude<RowsFormat, 'ndjson'> },
): Promise<Result<ExportFile | null>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  const history = opened.value;
  if (history === null) return ok(null);
  const ordinal = await history.ordinalOf(question.at);
  if (!ordinal.ok) return ordinal;
  const read = await history.ask((asked) => {
    const leaves = asked.stateAt(ordinal.value);
    return {
      to: scopeMoment(asked, ordinal.value),
      text: stateText(leaves),
      leaves: leaves.map(({ path, text, ordinal: setBy }) => ({ path, text, event: asked.event(setBy) })),
    };
  });
  if (!read.ok) return read;
  const { to, text, leaves } = read.value;
  const scope = scopeOf(question, history, { what: 'state', from: null, to, filter: NO_FILTER });
  const parts =
    question.format === 'json'
      ? once(stateDocument(aboutScope(scope), text, leaves.length))
      : writeExport(question.format, LEAF_SHAPE, aboutScope(scope), once(leaves));
  return ok(exportFile(scope, question.format, { rows: leaves.length, parts }));
}
