/**
 * The URL of several entities on one clock: `/together?e=order/4711&e=payment/p-9&at=2026-03-03T14:02:11Z&v=1`.
 *
 * Parsing never throws: a part that cannot be read is left out and named in `ignored`. Writing leaves defaults out. Law:
 * parseTogether(writeTogether(view)) = view.
 */
import { type Axis, parseMoment } from '#core';
import { decodeId, encodeId } from './entity-address.ts';
import { DEFAULT_VIEW, type Pane, VIEW_VERSION, type View } from './view.ts';

/** More than that no screen has room for. */
export const MOST_TOGETHER = 6;

export interface NamedEntity {
  readonly type: string;
  readonly id: string;
}

export interface TogetherView extends Pick<View, 'namespace' | 'scale' | 'zone'> {
  /** At most {@link MOST_TOGETHER}, each once. */
  readonly entities: readonly NamedEntity[];
  /** An instant or a position, which mean the same for all of them; null: the newest. */
  readonly at: string | null;
  /** The moments that are compared, in each of them; null: not set. */
  readonly a: string | null;
  readonly b: string | null;
  readonly pane: Exclude<Pane, 'field'>;
  /** null: the occurred one where it is the default of any of them. */
  readonly axis: Axis | null;
}

export interface ParsedTogether {
  readonly view: TogetherView;
  /** Parts that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
}

export function parseTogether(params: URLSearchParams): ParsedTogether {
  const ignored: string[] = [];
  const ignore = (name: string, value: string): null => {
    ignored.push(`${name}=${value}`);
    return null;
  };
  const entities = new Map<string, NamedEntity>();
  for (const written of params.getAll('e')) {
    const entity = readEntity(written);
    if (entity === null || entities.size === MOST_TOGETHER) ignore('e', written);
    else entities.set(nameOf(entity), entity);
  }
  const one = (name: string, isRight: (value: string) => boolean): string | null => {
    const value = params.get(name);
    if (value === null) return null;
    return isRight(value) ? value : ignore(name, value);
  };
  const moment = (name: string) => one(name, isSharedMoment);
  const pane = one('d', (value) => PANES.some((known) => known === value));
  const axis = one('axis', (value) => value === 'recorded' || value === 'occurred');
  const scale = one('scale', (value) => value === 'time' || value === 'events');
  const view: TogetherView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    entities: [...entities.values()],
    at: moment('at') ?? moment('asof'),
    a: moment('a'),
    b: moment('b'),
    pane: PANES.find((known) => known === pane) ?? 'state',
    axis: axis === 'occurred' || axis === 'recorded' ? axis : null,
    scale: scale === 'events' ? 'events' : 'time',
    zone: params.get('tz'),
  };
  return { view, ignored };
}

export function writeTogether(view: TogetherView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.namespace !== DEFAULT_VIEW.namespace) params.set('ns', view.namespace);
  for (const entity of view.entities) params.append('e', nameOf(entity));
  if (view.at !== null) params.set('at', view.at);
  if (view.a !== null) params.set('a', view.a);
  if (view.b !== null) params.set('b', view.b);
  if (view.pane !== 'state') params.set('d', view.pane);
  if (view.axis !== null) params.set('axis', view.axis);
  if (view.scale !== 'time') params.set('scale', view.scale);
  if (view.zone !== null) params.set('tz', view.zone);
  if (params.size > 0) params.set('v', String(VIEW_VERSION));
  return params;
}

const PANES: readonly TogetherView['pane'][] = ['state', 'split', 'unified', 'table', 'raw'];

/** A version is another moment in each stream. */
function isSharedMoment(text: string): boolean {
  const moment = parseMoment(text);
  return moment.ok && (moment.value.kind === 'instant' || moment.value.kind === 'position');
}

function nameOf({ type, id }: NamedEntity): string {
  return `${encodeId(type)}/${encodeId(id)}`;
}

function readEntity(written: string): NamedEntity | null {
  const [typeText, idText, ...more] = written.split('/');
  if (typeText === undefined || idText === undefined || more.length > 0) return null;
  const type = decodeId(typeText);
  const id = decodeId(idText);
  return type === null || type === '' || id === null ? null : { type, id };
}
