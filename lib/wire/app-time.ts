/**
 * The moment that store-wide pages stand at, in their addresses: `?asof=2026-03-14T12:00:00Z&axis=occurred&tz=Europe/Berlin`.
 *
 * Law: readAppTime(appTimeParams(time)) = time for every moment that can be asked of a store. What was written by hand may be no moment
 * yet (`2h ago`); who reads the address settles it.
 */
import type { Axis } from '#core';
import { type AddressParts, type Parsed, partsOf } from './address-parts.ts';
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
  return parseAppTime(params).view;
}

/** Of a page that reads nothing else. */
export function parseAppTime(params: URLSearchParams): Parsed<AppTime> {
  const parts = partsOf(params);
  return { view: readTimeParts(params, parts), ignored: parts.ignored };
}

/** The same, and an axis and a zone that are none are named with the other parts that could not be read. */
export function readTimeParts(params: URLSearchParams, { read, pick }: AddressParts): AppTime {
  const asOf = params.get('asof')?.trim() ?? '';
  const zone = read('tz', zoneName);
  return {
    asOf: asOf === '' || asOf === 'latest' ? null : asOf,
    axis: pick('axis', ['recorded', 'occurred'] as const) ?? 'recorded',
    zone: zone === 'UTC' ? null : zone,
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
