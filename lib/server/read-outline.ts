/** What a history is made of, before any of its segments is read: how many events, which segments, when they end. */
import { type Axis, ok, type ProjectionLabel, type Result } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, type OpenHistory, openHistory } from './history/open-history.ts';
import type { SegmentSummary } from './history/stream-history.ts';
import type { Viewer } from './viewer.ts';

export interface OutlineAnswer {
  readonly axis: Axis;
  readonly defaultAxis: Axis;
  /** Newest version that is taken into account, which is the number of events. */
  readonly head: number;
  readonly projection: ProjectionLabel;
  /** Closed ones and the open one at the end, ascending. */
  readonly segments: readonly SegmentSummary[];
}

/** Folds what is open. null: no event ever named this entity. */
export async function readOutline(
  viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<OutlineAnswer | null>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  return outlineOfOpen(opened.value);
}

/** Errors: those of the fold. */
export async function outlineOfOpen({
  axis,
  defaultAxis,
  head,
  segments,
}: OpenHistory): Promise<Result<OutlineAnswer>> {
  const summaries = await segments.summaries();
  if (!summaries.ok) return summaries;
  const { label: projection } = segments.question;
  return ok({ axis, defaultAxis, head, projection, segments: summaries.value });
}
