/**
 * The URL of a search for a sequence: `/sequences?ns=demo&q=OrderPlaced+->+OrderDelivered+within+7d&reached=1&asof=2026-03-14T12:00:00Z&tz=Europe/Oslo&v=1`.
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. A text that is no sequence is kept: whoever wrote it
 * is told so where it stands. Writing leaves defaults out. Law: parseSequenceView(writeSequenceView(view)) = view.
 */
import { partsOf } from './address-parts.ts';
import { type AppTime, appTimeParams, readTimeParts } from './app-time.ts';
import { decodeFoundPlace } from './found-cursor.ts';
import { DEFAULT_VIEW, VIEW_VERSION, type View } from './view.ts';

export interface SequenceView extends Pick<View, 'namespace'> {
  /** The moment up to which events are looked at, and the zone; the clock that the sequence goes by is part of its text. */
  readonly time: AppTime;
  /** The sequence as it was written, whether it reads or not; whose events and which clock are part of it. Empty: nothing was asked yet. */
  readonly text: string;
  /** The starts that ended behind so many steps of the funnel are listed; null: the matches. */
  readonly reached: number | null;
  /** Behind which start the page begins (see found-cursor.ts); null: with the newest. */
  readonly after: string | null;
}

export interface ParsedSequenceView {
  readonly view: SequenceView;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export function parseSequenceView(params: URLSearchParams): ParsedSequenceView {
  const parts = partsOf(params);
  const { ignored, read } = parts;
  const time = readTimeParts(params, parts);
  read('v', (value) => (value === String(VIEW_VERSION) ? value : undefined));
  const view: SequenceView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    text: params.get('q')?.trim() ?? '',
    reached: read('reached', (value) => (/^[1-9]\d?$/.test(value) ? Number(value) : undefined)),
    after: read('after', (value) => (decodeFoundPlace(value).ok ? value : undefined)),
    time,
  };
  return { view, ignored };
}

export function writeSequenceView({ namespace, text, reached, after, time }: SequenceView): URLSearchParams {
  const params = new URLSearchParams();
  if (namespace !== DEFAULT_VIEW.namespace) params.set('ns', namespace);
  if (text !== '') params.set('q', text);
  if (reached !== null) params.set('reached', String(reached));
  if (after !== null) params.set('after', after);
  for (const [name, value] of Object.entries(appTimeParams(time))) params.set(name, value);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}
