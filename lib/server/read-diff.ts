/** What changed between two moments of one entity. */
import {
  type Axis,
  checkedPlaces,
  type EventHeader,
  type JsonPatchOperation,
  jsonOfLeaves,
  jsonPatchBetween,
  type Leaf,
  ok,
  type Result,
} from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface DiffAnswer {
  /** `from` is the later moment. */
  readonly isBackwards: boolean;
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
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const { axis, ask, ordinalOf } = opened.value;
  const from = await ordinalOf(question.from);
  if (!from.ok) return from;
  const to = await ordinalOf(question.to);
  if (!to.ok) return to;
  const keys = checkedPlaces(app.config.keysOf(question.namespace, question.type));
  return ask((history): DiffAnswer => {
    const versionOf = (ordinal: number) => (ordinal === 0 ? 0 : history.event(ordinal).version);
    const sides = { from: history.stateAt(from.value), to: history.stateAt(to.value) };
    const changes = history
      .diff(from.value, to.value)
      .map(({ path, before, after, ordinal }) => ({ path, before, after, event: history.event(ordinal) }));
    return {
      isBackwards: from.value > to.value,
      from: versionOf(from.value),
      to: versionOf(to.value),
      axis,
      changes,
      stateAt: (side) => sides[side],
      patch: () => jsonPatchBetween(jsonOfLeaves(sides.from) ?? null, jsonOfLeaves(sides.to) ?? null, keys),
    };
  });
}
