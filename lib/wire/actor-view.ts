/**
 * The URL of all that one actor did in a namespace:
 * `/actors/tove.lind?ns=demo&asof=2026-03-14T12:00:00Z&axis=occurred&after=1773500000000000.812&tz=Europe/Oslo&v=1`.
 * The name is in the path, in the one codec of ids (see entity-address.ts).
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. Writing leaves defaults out. Law:
 * parseActorView(writeActorView(view)) = view.
 */
import type { Axis } from '#core';
import { partsOf } from './address-parts.ts';
import { readAppTime } from './app-time.ts';
import { encodeId } from './entity-address.ts';
import { decodeFoundPlace } from './found-cursor.ts';
import { DEFAULT_VIEW, VIEW_VERSION, type View, zoneName } from './view.ts';

export interface ActorView extends Pick<View, 'namespace' | 'zone'> {
  /** The clock that all of it goes by. */
  readonly axis: Axis;
  /** Up to which moment of the store, as it was written; null: now. */
  readonly asOf: string | null;
  /** The place behind which the list of events goes on (see found-cursor.ts); null: from the newest. */
  readonly after: string | null;
}

export interface ParsedActorView {
  readonly view: ActorView;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export const DEFAULT_ACTOR_VIEW: ActorView = {
  namespace: DEFAULT_VIEW.namespace,
  axis: 'recorded',
  asOf: null,
  after: null,
  zone: null,
};

export function parseActorView(params: URLSearchParams): ParsedActorView {
  const { ignored, read, pick } = partsOf(params);
  read('v', (value) => (value === String(VIEW_VERSION) ? value : undefined));
  const view: ActorView = {
    namespace: params.get('ns') ?? DEFAULT_ACTOR_VIEW.namespace,
    axis: pick('axis', ['recorded', 'occurred']) ?? DEFAULT_ACTOR_VIEW.axis,
    asOf: readAppTime(params).asOf,
    after: read('after', (value) => (decodeFoundPlace(value).ok ? value : undefined)),
    zone: read('tz', zoneName),
  };
  return { view, ignored };
}

export function writeActorView(view: ActorView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.namespace !== DEFAULT_ACTOR_VIEW.namespace) params.set('ns', view.namespace);
  if (view.asOf !== null) params.set('asof', view.asOf);
  if (view.axis !== DEFAULT_ACTOR_VIEW.axis) params.set('axis', view.axis);
  if (view.after !== null) params.set('after', view.after);
  if (view.zone !== null) params.set('tz', view.zone);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}

/** `/actors/alice`, with what is on screen as its query. */
export function actorPath(actor: string, view: Partial<ActorView> = {}): string {
  const query = writeActorView({ ...DEFAULT_ACTOR_VIEW, ...view });
  return `/actors/${encodeId(actor)}${query.size === 0 ? '' : `?${query}`}`;
}
