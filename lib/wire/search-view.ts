/**
 * The URL of the events of a namespace: `/events?ns=demo&q=type:OrderShipped&sort=occurred&dir=asc&cols=recorded,type&tz=Europe/Oslo&v=1`.
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. A query that is none is kept: whoever wrote it is
 * told so where it stands. Writing leaves defaults out. Law: parseSearchView(writeSearchView(view)) = view.
 */
import { type Axis, parseMoment } from '#core';
import { partsOf } from './address-parts.ts';
import { readAppTime } from './app-time.ts';
import { decodeFoundPlace } from './found-cursor.ts';
import { DEFAULT_VIEW, VIEW_VERSION, type View, zoneName } from './view.ts';

export const RESULT_COLUMNS = [
  'recorded',
  'occurred',
  'type',
  'entity',
  'actor',
  'changes',
  'source',
  'correlation',
  'version',
  'position',
  'marks',
] as const;

/** Of a column, in pixels of CSS. */
export const NARROWEST = 64;
export const WIDEST = 960;

export type ResultColumn = (typeof RESULT_COLUMNS)[number];

export type ResultSort = 'recorded' | 'occurred' | 'position';

export interface SearchView extends Pick<View, 'namespace' | 'zone'> {
  /** The query as it was written, whether it reads or not. */
  readonly text: string;
  /** The moment up to which events count, as written; null: now. */
  readonly asOf: string | null;
  /** The clock of the histogram, and the one that the moment is meant on. */
  readonly axis: Axis;
  readonly sort: ResultSort;
  readonly direction: 'desc' | 'asc';
  /** Each once, in the order on screen, at least one; null: the usual ones. */
  readonly columns: readonly ResultColumn[] | null;
  /** Of those that somebody made wider or narrower, in pixels of CSS. */
  readonly widths: Readonly<Partial<Record<ResultColumn, number>>>;
  /** New events are shown as they come, in the order of the log. */
  readonly isLive: boolean;
  /** The place of the row that is selected, in the order of `sort` (see found-cursor.ts); null: none is. */
  readonly row: string | null;
}

export interface ParsedSearchView {
  readonly view: SearchView;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export const DEFAULT_SEARCH_VIEW: SearchView = {
  namespace: DEFAULT_VIEW.namespace,
  text: '',
  asOf: null,
  axis: 'recorded',
  sort: 'recorded',
  direction: 'desc',
  columns: null,
  widths: {},
  isLive: false,
  row: null,
  zone: null,
};

export function parseSearchView(params: URLSearchParams): ParsedSearchView {
  const { ignored, read, pick } = partsOf(params);
  read('v', (value) => (value === String(VIEW_VERSION) ? value : undefined));
  const view: SearchView = {
    namespace: params.get('ns') ?? DEFAULT_SEARCH_VIEW.namespace,
    text: params.get('q') ?? DEFAULT_SEARCH_VIEW.text,
    asOf: readAppTime(params).asOf === null ? null : read('asof', momentOfStore),
    axis: pick('axis', ['recorded', 'occurred'] as const) ?? DEFAULT_SEARCH_VIEW.axis,
    sort: pick('sort', ['recorded', 'occurred', 'position'] as const) ?? DEFAULT_SEARCH_VIEW.sort,
    direction: pick('dir', ['desc', 'asc'] as const) ?? DEFAULT_SEARCH_VIEW.direction,
    columns: read('cols', columnsOf),
    widths: read('widths', widthsOf) ?? {},
    isLive: pick('live', ['1']) !== null,
    row: read('row', (value) => (decodeFoundPlace(value).ok ? value : undefined)),
    zone: read('tz', zoneName),
  };
  return { view, ignored };
}

export function writeSearchView(view: SearchView): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null, usual: string | null = null) => {
    if (value !== null && value !== usual) params.set(name, value);
  };
  set('ns', view.namespace, DEFAULT_SEARCH_VIEW.namespace);
  set('q', view.text, DEFAULT_SEARCH_VIEW.text);
  set('asof', view.asOf);
  set('axis', view.axis, DEFAULT_SEARCH_VIEW.axis);
  set('sort', view.sort, DEFAULT_SEARCH_VIEW.sort);
  set('dir', view.direction, DEFAULT_SEARCH_VIEW.direction);
  set('cols', view.columns?.join(',') ?? null);
  set('widths', widthsText(view.widths), '');
  set('live', view.isLive ? '1' : null);
  set('row', view.row);
  set('tz', view.zone);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}

/** A version is another moment in each stream. */
function momentOfStore(value: string): string | undefined {
  const moment = parseMoment(value.trim());
  return moment.ok && (moment.value.kind === 'instant' || moment.value.kind === 'position')
    ? value.trim()
    : undefined;
}

/** One that is not known makes the whole list another one than was meant. */
function columnsOf(value: string): readonly ResultColumn[] | undefined {
  const columns = value.split(',').map((name) => RESULT_COLUMNS.find((known) => known === name));
  const known = columns.filter((column) => column !== undefined);
  return known.length === columns.length && new Set(known).size === known.length ? known : undefined;
}

/** `type:240,entity:180`; one that cannot be read leaves all of them as they usually are. */
function widthsOf(value: string): SearchView['widths'] | undefined {
  const widths = value.split(',').map((part) => {
    const [name, pixels = ''] = part.split(':');
    const column = RESULT_COLUMNS.find((known) => known === name);
    const width = /^\d{2,3}$/.test(pixels) ? Number(pixels) : 0;
    return column === undefined || width < NARROWEST || width > WIDEST ? null : ([column, width] as const);
  });
  const known = widths.filter((width) => width !== null);
  const isWhole =
    known.length === widths.length && new Set(known.map(([column]) => column)).size === known.length;
  return isWhole ? Object.fromEntries(known) : undefined;
}

function widthsText(widths: SearchView['widths']): string {
  return RESULT_COLUMNS.flatMap((column) => {
    const width = widths[column];
    return width === undefined ? [] : [`${column}:${width}`];
  }).join(',');
}
