import { type AppTime, appTimeParams, DEFAULT_VIEW } from '#wire';

/** The moment that the app stands at, and the page on which it can be set. */
export interface PageTime {
  readonly time: AppTime;
  /** Where the page is, and what else its address says: both stay as they are. */
  readonly path: string;
  readonly kept: readonly (readonly [name: string, value: string])[];
  /** What was asked for and is no moment here; the page then shows now. */
  readonly refused: { readonly typed: string; readonly why: string } | null;
}

/** The same page at another moment, as written. */
export function pageAt({ path, kept }: PageTime, time: AppTime): string {
  const params = new URLSearchParams(kept.map(([name, value]) => [name, value]));
  for (const [name, value] of Object.entries(appTimeParams(time))) params.set(name, value);
  return params.size === 0 ? path : `${path}?${params}`;
}

/** What an address says beside the moment and the place in a list, which another moment does not have. */
export function keptOf(params: URLSearchParams): PageTime['kept'] {
  const own = ['asof', 'axis', 'tz', 'after', 'afterType', 'afterId'];
  return [...params].filter(
    ([name, value]) => !own.includes(name) && !(name === 'ns' && value === DEFAULT_VIEW.namespace),
  );
}
