/**
 * The URL of several entities on one clock: `/together?e=order/4711&e=payment/p-9&at=2026-03-03T14:02:11Z&v=1`.
 *
 * Writing leaves defaults out. Law: parseTogether(writeTogether(view)) = view.
 */
import type { Axis } from '#core';
import { encodeId } from './entity-address.ts';
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

export function writeTogether(view: TogetherView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.namespace !== DEFAULT_VIEW.namespace) params.set('ns', view.namespace);
  for (const entity of view.entities) params.append('e', togetherName(entity));
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

export function togetherName({ type, id }: NamedEntity): string {
  return `${encodeId(type)}/${encodeId(id)}`;
}
