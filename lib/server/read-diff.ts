/** What changed between two moments of one entity. */
import {
  type Axis,
  type EventHeader,
  type JsonPatchOperation,
  jsonOfLeaves,
  jsonPatchBetween,
  type Leaf,
  ok,
  type Result,
} from '#core';
import type { App } from './app.ts';
import { readHistory } from './history-at.ts';
import type { EntityQuestion } from './history-document.ts';
import type { Viewer } from './viewer.ts';

export interface DiffAnswer {
  /** Versions; 0 is before the first event. */
  readonly from: number;
  readonly to: number;
  /** The one that was folded on: as asked, or the stream's own. */
  readonly axis: Axis;
  readonly changes: readonly AttributedChange[];
  /** The leaves on either side. */
  stateAt(side: 'from' | 'to'): readonly Leaf[];
  /**
   * RFC 6902, applied to the state at `from` gives the state at `to`. An absent side stands as null, since a patch needs a
   * document to start from.
   */
  patch(): readonly JsonPatchOperation[];
}

export interface AttributedChange {
  readonly path: string;
  /** Exact JSON text; null: absent. */
  readonly before: string | null;
  readonly after: string | null;
  /** The event that last set the path up to the later moment. */
  readonly event: EventHeader;
}

/** null: no event ever named this entity. */
export async function readDiff(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly from: string; readonly to: string },
): Promise<Result<DiffAnswer | null>> {
  const found = await readHistory(viewer, app, question);
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const { history, document, ordinalOf } = found.value;
  const from = await ordinalOf(question.from);
  if (!from.ok) return from;
  const to = await ordinalOf(question.to);
  if (!to.ok) return to;
  const versionOf = (ordinal: number) => (ordinal === 0 ? 0 : history.event(ordinal).version);
  return ok({
    from: versionOf(from.value),
    to: versionOf(to.value),
    axis: document.axis,
    changes: history.diff(from.value, to.value).map(({ path, before, after, ordinal }) => ({
      path,
      before,
      after,
      event: history.event(ordinal),
    })),
    stateAt: (side) => history.stateAt(side === 'from' ? from.value : to.value),
    patch: () => {
      const before = jsonOfLeaves(history.stateAt(from.value)) ?? null;
      const after = jsonOfLeaves(history.stateAt(to.value)) ?? null;
      return jsonPatchBetween(before, after);
    },
  });
}
