/**
 * The URL of the overview of a namespace: `/?ns=demo&from=30d&axis=occurred&tz=Europe/Berlin`.
 *
 * The ends of the range stay as they were written: `30d` means another range tomorrow, as whoever wrote it wanted. Law:
 * parseOverviewView(writeOverviewView(view)).view = view.
 */
import { type Parsed, partsOf } from './address-parts.ts';
import { type AppTime, appTimeParams, readTimeParts } from './app-time.ts';
import { DEFAULT_VIEW } from './view.ts';

/** Ranges that end now and begin with a whole hour, the longer ones with a day of the zone. */
export const QUICK_RANGES = ['24h', '7d', '30d', '1y'] as const;

export type QuickRange = (typeof QUICK_RANGES)[number];

export interface OverviewView {
  readonly namespace: string;
  readonly time: AppTime;
  /** As written, without blanks around it; empty: no bound. */
  readonly from: string;
  readonly to: string;
}

export function parseOverviewView(params: URLSearchParams): Parsed<OverviewView> {
  const parts = partsOf(params);
  const view: OverviewView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    time: readTimeParts(params, parts),
    from: params.get('from')?.trim() ?? '',
    to: params.get('to')?.trim() ?? '',
  };
  return { view, ignored: parts.ignored };
}

export function writeOverviewView({ namespace, time, from, to }: OverviewView): URLSearchParams {
  const params = new URLSearchParams();
  if (namespace !== DEFAULT_VIEW.namespace) params.set('ns', namespace);
  for (const [name, value] of Object.entries(appTimeParams(time))) params.set(name, value);
  if (from !== '') params.set('from', from);
  if (to !== '') params.set('to', to);
  return params;
}

/** null: the range is another one. */
export function quickRangeOf({ from, to }: Pick<OverviewView, 'from' | 'to'>): QuickRange | null {
  return to === '' ? (QUICK_RANGES.find((range) => range === from) ?? null) : null;
}
