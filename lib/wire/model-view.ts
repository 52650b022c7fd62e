/**
 * The URL of the event model: `/model?ns=demo&type=order&share=60&before=OrderPlaced&behind=OrderPaid`.
 *
 * Law: parseModelView(writeModelView(view)).view = view. What cannot be read is left out and named.
 */
import { type Parsed, partsOf } from './address-parts.ts';
import { type AppTime, appTimeParams, readTimeParts } from './app-time.ts';
import { decodeFoundPlace } from './found-cursor.ts';
import { DEFAULT_VIEW } from './view.ts';

export interface ModelView {
  readonly namespace: string;
  readonly time: AppTime;
  /** Empty: the type of entities with most events. */
  readonly entityType: string;
  /** How many of the steps are drawn, of a hundred, the most frequent first; null: as many as can be read. */
  readonly share: number | null;
  /** Whose examples are listed. */
  readonly picked: PickedStep | null;
  /** Behind which of the examples the page goes on (see found-cursor.ts); null: it begins with the newest. */
  readonly after: string | null;
}

/** All events of a type, or those right behind another; null: the beginning of a stream, or its end. */
export type PickedStep =
  | { readonly event: string }
  | { readonly before: string | null; readonly behind: string }
  | { readonly before: string; readonly behind: null };

export function parseModelView(params: URLSearchParams): Parsed<ModelView> {
  const parts = partsOf(params);
  const { read } = parts;
  const picked = pickedIn(params);
  // Half a step is none.
  for (const name of ['event', 'before', 'behind'])
    read(name, (value) => (picked === null ? undefined : value));
  const view: ModelView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    time: readTimeParts(params, parts),
    entityType: params.get('type') ?? '',
    share: read('share', (value) => (/^(?:[1-9]\d?|100)$/.test(value) ? Number(value) : undefined)),
    picked,
    after: read('after', (value) => (picked !== null && decodeFoundPlace(value).ok ? value : undefined)),
  };
  return { view, ignored: parts.ignored };
}

export function writeModelView(view: ModelView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.namespace !== DEFAULT_VIEW.namespace) params.set('ns', view.namespace);
  for (const [name, value] of Object.entries(appTimeParams(view.time))) params.set(name, value);
  if (view.entityType !== '') params.set('type', view.entityType);
  if (view.share !== null) params.set('share', String(view.share));
  if (view.picked !== null && 'event' in view.picked) params.set('event', view.picked.event);
  if (view.picked !== null && 'before' in view.picked) {
    params.set('before', view.picked.before ?? '');
    params.set('behind', view.picked.behind ?? '');
  }
  if (view.after !== null) params.set('after', view.after);
  return params;
}

/** No event has a type without a name: the empty one is no event. */
function pickedIn(params: URLSearchParams): PickedStep | null {
  const event = params.get('event') ?? '';
  if (event !== '') return { event };
  const before = params.get('before') ?? '';
  const behind = params.get('behind') ?? '';
  if (!params.has('before') || !params.has('behind')) return null;
  if (behind !== '') return { before: before === '' ? null : before, behind };
  return before === '' ? null : { before, behind: null };
}
