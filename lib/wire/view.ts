/**
 * The URL of an entity page, versioned: `?at=812&a=790&b=812&axis=recorded&d=split&v=1`.
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. Writing leaves defaults out. Law:
 * parseView(writeView(view)) = view.
 */
import type { Axis } from '#core';
import { parseMoment } from '#core';

export const VIEW_VERSION = 1;

export type Pane = 'state' | 'diff';

export interface View {
  readonly namespace: string;
  /** A moment as written; null: the newest event. */
  readonly at: string | null;
  readonly a: string | null;
  readonly b: string | null;
  /** null: the stream's own default. */
  readonly axis: Axis | null;
  /**
   * On the occurred axis: the newest version that is taken into account. A late event rewrites what follows it, so a link that is to
   * show the same for ever says how much was known. null: all there is, and always so on the recorded axis.
   */
  readonly upTo: number | null;
  /** Scale of the timeline. */
  readonly scale: 'time' | 'events';
  readonly pane: Pane;
}

export const DEFAULT_VIEW: View = {
  namespace: 'main',
  at: null,
  a: null,
  b: null,
  axis: null,
  upTo: null,
  scale: 'time',
  pane: 'state',
};

export interface ParsedView {
  readonly view: View;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export function parseView(params: URLSearchParams): ParsedView {
  const ignored: string[] = [];
  const pick = <T extends string>(name: string, allowed: readonly T[]): T | null => {
    const value = params.get(name);
    if (value === null) return null;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) ignored.push(`${name}=${value}`);
    return found ?? null;
  };
  const moment = (name: string): string | null => {
    const value = params.get(name);
    if (value === null) return null;
    if (parseMoment(value).ok) return value;
    ignored.push(`${name}=${value}`);
    return null;
  };
  const version = (name: string): number | null => {
    const value = params.get(name);
    if (value === null) return null;
    if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
    ignored.push(`${name}=${value}`);
    return null;
  };
  const written = params.get('v');
  if (written !== null && written !== String(VIEW_VERSION)) ignored.push(`v=${written}`);
  const view: View = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    at: moment('at'),
    a: moment('a'),
    b: moment('b'),
    axis: pick('axis', ['recorded', 'occurred'] as const),
    upTo: version('upto'),
    scale: pick('scale', ['time', 'events'] as const) ?? DEFAULT_VIEW.scale,
    pane: pick('d', ['state', 'diff'] as const) ?? DEFAULT_VIEW.pane,
  };
  return { view, ignored };
}

export function writeView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  if (view.namespace !== DEFAULT_VIEW.namespace) params.set('ns', view.namespace);
  if (view.at !== null) params.set('at', view.at);
  if (view.a !== null) params.set('a', view.a);
  if (view.b !== null) params.set('b', view.b);
  if (view.axis !== null) params.set('axis', view.axis);
  if (view.upTo !== null) params.set('upto', String(view.upTo));
  if (view.scale !== DEFAULT_VIEW.scale) params.set('scale', view.scale);
  if (view.pane !== DEFAULT_VIEW.pane) params.set('d', view.pane);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}
