/**
 * The URL of the event model: `/model?ns=demo&type=order&share=60&before=OrderPlaced&behind=OrderPaid`.
 *
 * Law: parseModelView(writeModelView(view)) = view. What cannot be read is left out.
 */
import { type AppTime, appTimeParams, readAppTime } from './app-time.ts';
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

export function parseModelView(params: URLSearchParams): ModelView {
  const share = params.get('share') ?? '';
  const after = params.get('after');
  const picked = pickedIn(params);
  return {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    time: readAppTime(params),
    entityType: params.get('type') ?? '',
    share: /^(?:[1-9]\d?|100)$/.test(share) ? Number(share) : null,
    picked,
    after: picked !== null && after !== null && decodeFoundPlace(after).ok ? after : null,
  };
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
