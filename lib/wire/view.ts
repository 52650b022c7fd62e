/**
 * The URL of an entity page, versioned: `?at=812&a=790&b=812&axis=recorded&d=split&v=1`.
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. Writing leaves defaults out. Law:
 * parseView(writeView(view)) = view.
 */
import { type Axis, parseMoment } from '#core';
import { partsOf } from './address-parts.ts';

export const VIEW_VERSION = 1;

export type DiffLook = 'split' | 'unified' | 'table' | 'raw';

/** What the middle of the page shows: the state, the field that is followed, or a diff in one of its looks. */
export type Pane = 'state' | 'field' | DiffLook;

/** Which events the list shows and the slider walks. What is empty or null asks for nothing; all that is given has to hold. */
export interface EventFilter {
  /** Any of these event types. */
  readonly types: readonly string[];
  /** Any of these actors; the empty text stands for events without one. */
  readonly actors: readonly string[];
  /** Events that changed this path or one below it. */
  readonly path: string | null;
  /** Events whose payload, type or metadata holds this text. */
  readonly text: string | null;
}

export const NO_FILTER: EventFilter = { types: [], actors: [], path: null, text: null };

export interface View {
  readonly namespace: string;
  /** A moment as written; null: the newest event. */
  readonly at: string | null;
  readonly a: string | null;
  readonly b: string | null;
  /** B is wherever the playhead is; `b` then says nothing. */
  readonly bFollows: boolean;
  /** null: the stream's own default. */
  readonly axis: Axis | null;
  /**
   * On the occurred axis: the newest version that is taken into account. A late event rewrites what follows it, so a link that is to
   * show the same for ever says how much was known. null: all there is, and always so on the recorded axis.
   */
  readonly upTo: number | null;
  /** Scale of the timeline. */
  readonly scale: 'time' | 'events';
  /** On the scale of time: stretches in which nothing happened are drawn short. */
  readonly foldsGaps: boolean;
  /** The playhead goes along with events as they come. */
  readonly isLive: boolean;
  readonly pane: Pane;
  /** The field that is followed, as a pointer. */
  readonly path: string | null;
  readonly filter: EventFilter;
  /** Paths whose differences a diff leaves out. */
  readonly ignores: readonly string[];
  /** A diff leaves out that elements of a list stand in another order. */
  readonly ignoresOrder: boolean;
  /** `local` or a name of the tz database; null: UTC. */
  readonly zone: string | null;
}

export const DEFAULT_VIEW: View = {
  namespace: 'main',
  at: null,
  a: null,
  b: null,
  bFollows: false,
  axis: null,
  upTo: null,
  scale: 'time',
  foldsGaps: false,
  isLive: false,
  pane: 'state',
  path: null,
  filter: NO_FILTER,
  ignores: [],
  ignoresOrder: false,
  zone: null,
};

export interface ParsedView {
  readonly view: View;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

/** What links once said, and what that is called now. */
const UPGRADED_PANES: ReadonlyMap<string, Pane> = new Map([['diff', 'unified']]);

const PANES: readonly Pane[] = ['state', 'field', 'split', 'unified', 'table', 'raw'];

/** Whether the middle of the page compares two moments. */
export function isDiffLook(pane: Pane): pane is DiffLook {
  return pane !== 'state' && pane !== 'field';
}

export function isFiltering({ types, actors, path, text }: EventFilter): boolean {
  return types.length > 0 || actors.length > 0 || path !== null || text !== null;
}

export function parseView(params: URLSearchParams): ParsedView {
  const { ignored, read, pick } = partsOf(params);
  const moment = (name: string): string | null => read(name, momentText);
  const flag = (name: string, set: string): boolean => pick(name, [set]) !== null;
  const written = params.get('v');
  if (written !== null && written !== String(VIEW_VERSION)) ignored.push(`v=${written}`);
  const bFollows = params.get('b') === 'playhead';
  const view: View = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    at: moment('at') ?? moment('asof'),
    a: moment('a'),
    b: bFollows ? null : moment('b'),
    bFollows,
    axis: pick('axis', ['recorded', 'occurred'] as const),
    upTo: read('upto', (value) => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined)),
    scale: pick('scale', ['time', 'events'] as const) ?? DEFAULT_VIEW.scale,
    foldsGaps: flag('gaps', 'folded'),
    isLive: flag('live', '1'),
    pane: read('d', paneOf) ?? DEFAULT_VIEW.pane,
    path: read('path', pathText),
    filter: {
      types: named(params, 'type', ignored),
      actors: params.getAll('actor'),
      path: read('changed', pathText),
      text: read('text', (value) => (value === '' ? undefined : value)),
    },
    ignores: pathsOf(params, 'ignore', ignored),
    ignoresOrder: flag('order', 'ignored'),
    zone: read('tz', zoneName),
  };
  return { view, ignored };
}

export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null) => value !== null && params.set(name, value);
  const { filter } = view;
  if (view.namespace !== DEFAULT_VIEW.namespace) params.set('ns', view.namespace);
  set('at', view.at);
  set('a', view.a);
  set('b', view.bFollows ? 'playhead' : view.b);
  set('axis', view.axis);
  set('upto', view.upTo === null ? null : String(view.upTo));
  if (view.scale !== DEFAULT_VIEW.scale) params.set('scale', view.scale);
  set('gaps', view.foldsGaps ? 'folded' : null);
  set('live', view.isLive ? '1' : null);
  if (view.pane !== DEFAULT_VIEW.pane) params.set('d', view.pane);
  set('path', view.path);
  for (const type of filter.types) params.append('type', type);
  for (const actor of filter.actors) params.append('actor', actor);
  set('changed', filter.path);
  set('text', filter.text);
  for (const path of view.ignores) params.append('ignore', path);
  set('order', view.ignoresOrder ? 'ignored' : null);
  set('tz', view.zone);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}

function momentText(value: string): string | undefined {
  return parseMoment(value).ok ? value : undefined;
}

function paneOf(value: string): Pane | undefined {
  return UPGRADED_PANES.get(value) ?? PANES.find((pane) => pane === value);
}

/** The place of a leaf, which in a list that goes by key has steps that RFC 6901 does not know: only how it begins is checked. */
function pathText(value: string): string | undefined {
  return value === '' || value.startsWith('/') ? value : undefined;
}

function pathsOf(params: URLSearchParams, name: string, ignored: string[]): readonly string[] {
  return params.getAll(name).filter((value) => {
    const isPath = pathText(value) !== undefined;
    if (!isPath) ignored.push(`${name}=${value}`);
    return isPath;
  });
}

/** No event has a type without a name, and a filter that can never hold was not meant. */
function named(params: URLSearchParams, name: string, ignored: string[]): readonly string[] {
  return params.getAll(name).filter((value) => {
    if (value === '') ignored.push(`${name}=`);
    return value !== '';
  });
}

/** `local` or a name of the tz database; undefined: none. UTC is the default and is not written. */
export function zoneName(value: string): string | undefined {
  if (value === 'local') return value;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    return undefined;
  }
}
