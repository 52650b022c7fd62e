/**
 * A projection is the pure rule that folds events into state: `evolve(state, event) -> state`.
 *
 * State `undefined` means absent. A projection never sees a removed event: the fold makes the entity absent and starts
 * again from undefined at the next one.
 */
import type { EventToFold } from '../event.ts';
import type { EventMark, ProjectionLabel } from '../history/history.ts';
import type { Json } from '../json/value.ts';
import type { KeyPlaces } from '../keyed/key-places.ts';

export interface Projection extends ProjectionLabel {
  /** Where arrays go by key; `hash` says which. Absent or null: nowhere. */
  readonly keys?: KeyPlaces | null;
  evolve(state: Json | undefined, event: FoldEvent): Evolved;
}

/** What a projection sees of an event: its payload is parsed exactly and upcast. */
export interface FoldEvent
  extends Pick<
    EventToFold,
    | 'version'
    | 'type'
    | 'schemaVersion'
    | 'occurredAt'
    | 'recordedAt'
    | 'actor'
    | 'source'
    | 'eventId'
    | 'correlationId'
    | 'causationId'
  > {
  readonly document: Json;
}

export interface Evolved {
  readonly state: Json | undefined;
  readonly mark: EventMark | null;
}
