/**
 * The moment that store-wide pages stand at, in their addresses: `?asof=2026-03-14T12:00:00Z&axis=occurred&tz=Europe/Berlin`.
 *
 * Law: readAppTime(appTimeParams(time)) = time for every moment that can be asked of a store. What was written by hand may be no moment
 * yet (`2h ago`); who reads the address settles it.
 */
import type { Axis } from '#core';
import { zoneName } from './view.ts';

export interface AppTime {
  /** As written; null: now. */
  readonly asOf: string | null;
  readonly axis: Axis;
  /** `local` or a name of the tz database; null: UTC. */
  readonly zone: string | null;
}

export const NOW: AppTime = { asOf: null, axis: 'recorded', zone: null };

export function readAppTime(params: URLSearchParams): AppTime {
  const asOf = params.get('asof')?.trim() ?? '';
  const zone = params.get('tz');
  return {
    asOf: asOf === '' || asOf === 'latest' ? null : asOf,
    axis: params.get('axis') === 'occurred' ? 'occurred' : 'recorded',
    zone: zone === null || zone === 'UTC' ? null : (zoneName(zone) ?? null),
  };
}

/** Defaults are left out. */
export function appTimeParams({ asOf, axis, zone }: AppTime): Readonly<Record<string, string>> {
  return {
    ...(asOf === null ? {} : { asof: asOf }),
    ...(axis === 'recorded' ? {} : { axis }),
    ...(zone === null ? {} : { tz: zone }),
  };
}
