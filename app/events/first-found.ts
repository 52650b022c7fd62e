/** What a page of events begins with, so that nothing jumps when the script is there. */
import { FIRST_COUNTED, type FoundQuestion, PAGE_ROWS, questionOf } from '#client/search/found-question';
import type { FirstPages } from '#client/search/found-rows';
import { inFrontOf } from '#client/search/in-front-of';
import type { Axis } from '#core';
import { type App, findEvents, summariseEvents, type Viewer } from '#server';
import { decodeFoundPlace, type FoundSummaryAnswer, type SearchView } from '#wire';

export interface FirstFound {
  readonly question: FoundQuestion;
  readonly axis: Axis;
  readonly row: string | null;
  /** null: there is none; the browser asks for itself, and says why. */
  readonly pages: FirstPages | null;
  readonly summary: FoundSummaryAnswer | null;
}

export async function firstFound(viewer: Viewer, app: App, view: SearchView): Promise<FirstFound> {
  const { namespace, text, sort, direction, axis, row, asOf } = view;
  // The zone of the browser is not known here.
  const zone = view.zone === null || view.zone === 'local' ? 'UTC' : view.zone;
  const question: FoundQuestion = { ...questionOf(view), zone };
  const upTo = asOf === null ? {} : { asOf, asOfAxis: axis };
  const page = (after: string | null, dir: 'asc' | 'desc') =>
    findEvents(viewer, app, {
      namespace,
      text,
      zone,
      ...upTo,
      sort,
      direction: dir,
      after: placeOf(after),
      limit: PAGE_ROWS,
    });
  const [forward, back, summary] = await Promise.all([
    page(row === null ? null : inFrontOf(row, direction), direction),
    row === null ? null : page(row, direction === 'asc' ? 'desc' : 'asc'),
    summariseEvents(viewer, app, { namespace, text, zone, ...upTo, axis, most: FIRST_COUNTED }),
  ]);
  const pages =
    forward.ok && back?.ok !== false ? { forward: forward.value, back: back?.value ?? null } : null;
  return { question, axis, row, pages, summary: summary.ok ? summary.value : null };
}

function placeOf(after: string | null) {
  const place = after === null ? null : decodeFoundPlace(after);
  return place?.ok === true ? place.value : null;
}
