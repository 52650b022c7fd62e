/**
 * The URL of what differs between two moments of a namespace:
 * `/compare?ns=demo&from=2026-03-01T00:00:00Z&to=@81204&became=changed&type=staff&tz=Europe/Oslo&v=1`.
 *
 * Where the app stands at a moment, the second one is that unless another was chosen: `asof=2026-04-01T00:00:00Z`, and now is then written
 * as `to=latest`.
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. A moment is kept as it was written, for it may have
 * been typed (`2h ago`) into a form that works before scripts; who reads the address settles it. Half a place to go on after is no place.
 * Law: parseCompareView(writeCompareView(view)) = view.
 */
import { partsOf } from './address-parts.ts';
import { type AppTime, appTimeParams, readTimeParts } from './app-time.ts';
import type { EntityKey } from './entity-cursor.ts';
import { DEFAULT_VIEW, VIEW_VERSION, type View } from './view.ts';

export const BECAME = ['appeared', 'vanished', 'changed'] as const;

export type Became = (typeof BECAME)[number];

/** The moment of the app, and its axis, go along; what is compared is as it was recorded. */
export interface CompareView extends Pick<View, 'namespace' | 'zone'>, Pick<AppTime, 'asOf' | 'axis'> {
  /** As written, without blanks around it; null: none was. `latest` is now. */
  readonly from: string | null;
  /** null: now, whatever that is when the page is opened. */
  readonly to: string | null;
  /** Only entities of which this became are listed; null: all. */
  readonly became: Became | null;
  /** Only entities of this type are listed; null: all. */
  readonly entityType: string | null;
  readonly after: EntityKey | null;
}

export interface ParsedCompareView {
  readonly view: CompareView;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export const NOW_MOMENT = 'latest';

export function parseCompareView(params: URLSearchParams): ParsedCompareView {
  const parts = partsOf(params);
  const { ignored, read, pick } = parts;
  read('v', (value) => (value === String(VIEW_VERSION) ? value : undefined));
  const { asOf, axis, zone } = readTimeParts(params, parts);
  const to = momentText(params.get('to')) ?? asOf;
  const afterType = params.get('afterType');
  const afterId = params.get('afterId');
  const view: CompareView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    from: momentText(params.get('from')),
    to: to === NOW_MOMENT ? null : to,
    became: pick('became', BECAME),
    entityType: params.get('type'),
    after: afterType === null || afterId === null ? null : { entityType: afterType, entityId: afterId },
    asOf,
    axis,
    zone,
  };
  return { view, ignored };
}

export function writeCompareView(view: CompareView): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null) => value !== null && params.set(name, value);
  set('ns', view.namespace === DEFAULT_VIEW.namespace ? null : view.namespace);
  set('from', view.from);
  set('to', view.to === view.asOf ? null : (view.to ?? NOW_MOMENT));
  set('became', view.became);
  set('type', view.entityType);
  set('afterType', view.after?.entityType ?? null);
  set('afterId', view.after?.entityId ?? null);
  for (const [name, value] of Object.entries(appTimeParams({ ...view, zone: null }))) set(name, value);
  set('tz', view.zone);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}

/** The same two moments the other way round, from the first page of the list. Law: swapped twice, they are as they were. */
export function swappedMoments(view: CompareView): CompareView {
  return {
    ...view,
    from: view.to ?? NOW_MOMENT,
    to: view.from === NOW_MOMENT ? null : view.from,
    after: null,
  };
}

/** A form sends its empty field too. */
function momentText(written: string | null): string | null {
  const text = written?.trim() ?? '';
  return text === '' ? null : text;
}
