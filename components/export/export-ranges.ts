/** The stretches of events that can be taken along. */
import type { ExportMoment } from '#client/export-link';

export interface ExportRange {
  readonly value: string;
  readonly text: string;
  readonly from: ExportMoment;
  readonly to: ExportMoment;
}

const BEFORE_FIRST: ExportMoment = { version: 0, ordinal: 0 };

/** Between the pins where both are set, up to the moment on screen, and all. Each once. */
export function rangesOf(
  at: ExportMoment,
  pins: { readonly a: ExportMoment; readonly b: ExportMoment } | null,
  newest: ExportMoment,
): readonly ExportRange[] {
  const ranges: ExportRange[] = [];
  if (pins !== null) ranges.push({ value: 'pins', text: 'Between A and B', from: pins.a, to: pins.b });
  if (at.ordinal > 0 && at.ordinal < newest.ordinal)
    ranges.push({ value: 'at', text: 'Up to this moment', from: BEFORE_FIRST, to: at });
  return [...ranges, { value: 'all', text: 'All', from: BEFORE_FIRST, to: newest }];
}
