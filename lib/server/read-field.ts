/** Every value that one path of an entity took, with the event that gave it. */
import { type Axis, type EventHeader, fail, ok, parsePath, type Result } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface FieldAnswer {
  readonly path: string;
  /** The one that was folded on: as asked, or the stream's own. */
  readonly axis: Axis;
  /** Ascending on the axis. `text`: exact JSON; null where the event removed the path. */
  readonly values: readonly { readonly text: string | null; readonly event: EventHeader }[];
}

/** null: no event ever named this entity. CS-106: the path is no path of a leaf. */
export async function readField(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly path: string },
): Promise<Result<FieldAnswer | null>> {
  const { path } = question;
  const pointer = parsePath(path);
  // The offset in a short pointer helps nobody.
  if (!pointer.ok) return fail(pointer.error.code, pointer.error.message);
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const { axis, ask } = opened.value;
  return ask((history): FieldAnswer => {
    const values = history
      .fieldHistory(path)
      .map(({ ordinal, text }) => ({ text, event: history.event(ordinal) }));
    return { path, axis, values };
  });
}
