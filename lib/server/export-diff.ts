/** What differs between two moments of one entity as a file. */
import { checkedPlaces, jsonOfLeaves, jsonPatchBetween, ok, type Result } from '#core';
import { NO_FILTER, patchJson } from '#wire';
import { aboutScope, CHANGE_SHAPE, type ExportFormat, joinedRows, writeExport } from '#wire/export';
import type { App } from './app.ts';
import { type ExportFile, exportFile, once, scopeMoment, scopeOf } from './export/export-file.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

/**
 * As `json-patch` (RFC 6902), applied to the state at `from` it gives the state at `to`, an absent one standing as null; what it is about
 * has no place in it. null: no event ever named this entity.
 */
export async function exportDiff(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & {
    readonly from: string;
    readonly to: string;
    readonly format: Exclude<ExportFormat, 'ndjson'>;
  },
): Promise<Result<ExportFile | null>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  const history = opened.value;
  if (history === null) return ok(null);
  const from = await history.ordinalOf(question.from);
  if (!from.ok) return from;
  const to = await history.ordinalOf(question.to);
  if (!to.ok) return to;
  const keys = checkedPlaces(app.config.keysOf(question.namespace, question.type));
  const { format } = question;
  const read = await history.ask((asked) => {
    const json = (ordinal: number) => jsonOfLeaves(asked.stateAt(ordinal)) ?? null;
    const changes = asked
      .diff(from.value, to.value)
      .map(({ path, before, after, ordinal }) => ({ path, before, after, event: asked.event(ordinal) }));
    return {
      from: scopeMoment(asked, from.value),
      to: scopeMoment(asked, to.value),
      changes: joinedRows(changes),
      patch: format === 'json-patch' ? jsonPatchBetween(json(from.value), json(to.value), keys) : [],
    };
  });
  if (!read.ok) return read;
  const { changes, patch, ...moments } = read.value;
  const scope = scopeOf(question, history, {
    what: 'diff',
    ...moments,
    isBackwards: from.value > to.value,
    filter: NO_FILTER,
  });
  if (format === 'json-patch')
    return ok(exportFile(scope, format, { rows: patch.length, parts: once(`${patchJson(patch)}\n`) }));
  const parts = writeExport(format, CHANGE_SHAPE, aboutScope(scope), once(changes));
  return ok(exportFile(scope, format, { rows: changes.length, parts }));
}
