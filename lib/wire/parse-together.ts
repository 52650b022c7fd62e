/**
 * Reads the URL of several entities on one clock. It never throws: a part that cannot be read is left out and named in `ignored`.
 *
 * Apart from what writes it: whoever only links there does without.
 */
import { parseMoment } from '#core';
import { decodeId } from './entity-address.ts';
import { MOST_TOGETHER, type NamedEntity, type TogetherView, togetherName } from './together-view.ts';
import { DEFAULT_VIEW } from './view.ts';

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
    else entities.set(togetherName(entity), entity);
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

const PANES: readonly TogetherView['pane'][] = ['state', 'split', 'unified', 'table', 'raw'];

/** A version is another moment in each stream. */
function isSharedMoment(text: string): boolean {
  const moment = parseMoment(text);
  return moment.ok && (moment.value.kind === 'instant' || moment.value.kind === 'position');
}

function readEntity(written: string): NamedEntity | null {
  const [typeText, idText, ...more] = written.split('/');
  if (typeText === undefined || idText === undefined || more.length > 0) return null;
  const type = decodeId(typeText);
  const id = decodeId(idText);
  return type === null || type === '' || id === null ? null : { type, id };
}
