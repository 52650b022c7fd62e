/** Every value that one path of an entity took, with the event that gave it: of an object or an array, the whole. */
import { type Axis, type EventHeader, fail, ok, parsePath, type Result, type ValuePageLimits } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface FieldAnswer {
  readonly path: string;
  /** The one that was folded on: as asked, or the stream's own. */
  readonly axis: Axis;
  /** Ascending on the axis. `text`: exact JSON; null where the event removed the path. */
  readonly values: readonly { readonly text: string | null; readonly event: EventHeader }[];
  /** The version to ask on behind; null: these are the last. */
  readonly next: number | null;
}

/**
 * What one answer goes through at most: composing the values of a large object stops the server for as long as it takes, which is
 * to stay well under a second.
 */
export const FIELD_PAGE: ValuePageLimits = { events: 10_000, work: 4_000_000 };

/**
 * `after`: a version; only values that events behind it on the axis gave (default 0: all). null: no event ever named this entity.
 *
 * Errors: CS-106 for a path that is none, CS-111 where `after` is beyond the head.
 */
export async function readField(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly path: string; readonly after?: number },
  limits = FIELD_PAGE,
): Promise<Result<FieldAnswer | null>> {
  const { path, after = 0 } = question;
  const pointer = parsePath(path);
  // The offset in a short pointer helps nobody.
  if (!pointer.ok) return fail(pointer.error.code, pointer.error.message);
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const { axis, ask, ordinalOf } = opened.value;
  const behind = await ordinalOf(`${after}`);
  if (!behind.ok) return behind;
  return ask((history): FieldAnswer => {
    const page = history.valueHistory(path, behind.value + 1, history.length, limits);
    const values = page.values.map(({ ordinal, text }) => ({ text, event: history.event(ordinal) }));
    // The event before the next one need not have changed the path, and is the one to go on behind all the same.
    return { path, axis, values, next: page.next === null ? null : history.event(page.next - 1).version };
  });
}
