/** The events of a stretch as a file, or what each of them changed; as many as there are, with the memory of one page. */
import { ok, type Result } from '#core';
import { type EventFilter, isFiltering } from '#wire';
import { aboutScope, CHANGE_SHAPE, EVENT_SHAPE, type RowsFormat, writeExport } from '#wire/export';
import type { App } from './app.ts';
import { type ExportFile, exportFile, scopeMoment, scopeOf } from './export/export-file.ts';
import { pagesOfChanges, pagesOfEvents } from './export/range-pages.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface EventsToExport extends EntityQuestion {
  readonly what: 'events' | 'changes';
  /** The events behind this moment … */
  readonly from: string;
  /** … up to and including this one, in the order of the axis; the other way round where `from` is the later. */
  readonly to: string;
  readonly filter: EventFilter;
  readonly format: RowsFormat;
}

/** null: no event ever named this entity. */
export async function exportEvents(
  viewer: Viewer,
  app: App,
  question: EventsToExport,
): Promise<Result<ExportFile | null>> {
  const { what, filter, format } = question;
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  const history = opened.value;
  if (history === null) return ok(null);
  const one = await history.ordinalOf(question.from);
  if (!one.ok) return one;
  const other = await history.ordinalOf(question.to);
  if (!other.ok) return other;
  const range = { after: Math.min(one.value, other.value), last: Math.max(one.value, other.value), filter };
  const moments = await history.ask((asked) => ({
    from: scopeMoment(asked, range.after),
    to: scopeMoment(asked, range.last),
  }));
  if (!moments.ok) return moments;
  const scope = scopeOf(question, history, { what, ...moments.value, filter });
  const parts =
    what === 'events'
      ? writeExport(
          format,
          EVENT_SHAPE,
          aboutScope(scope),
          pagesOfEvents(app, question.namespace, history, range),
        )
      : writeExport(format, CHANGE_SHAPE, aboutScope(scope), pagesOfChanges(app, history, range));
  const rows = what === 'events' && !isFiltering(filter) ? range.last - range.after : null;
  return ok(exportFile(scope, format, { rows, parts }));
}
