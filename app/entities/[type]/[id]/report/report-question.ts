/** What a report asks, from the address of the entity page: the same moment, the same pins, the same filter. */
import type { ReportQuestion } from '#server';
import type { View } from '#wire';

/** Printed without asking first. */
export const QUIET_ROWS = 1_500;

/** What a browser still lays out; beyond that a file is of more use than paper, and the reader is told so. */
export const MOST_ROWS = 20_000;

/** Rows of an ordinary page, to say how many pages there will be. */
const ROWS_A_PAGE = 12;

export function reportQuestion(
  view: View,
): Pick<ReportQuestion, 'axis' | 'upTo' | 'at' | 'between' | 'filter'> {
  const at = view.at ?? 'latest';
  const to = view.bFollows ? at : view.b;
  const between = view.a === null || to === null ? null : { from: view.a, to };
  return { axis: view.axis, upTo: view.upTo, at, between, filter: view.filter };
}

export function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_A_PAGE));
}
