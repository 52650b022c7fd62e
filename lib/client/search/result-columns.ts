/** The columns that the table of events can have. */

import type { ResultColumn, ResultSort } from '#wire';
import type { ColumnWidths } from './column-widths.ts';

export interface ColumnLook {
  readonly title: string;
  /** What its heading sorts by; null: nothing. */
  readonly sort: ResultSort | null;
}

export const COLUMN_LOOKS: Readonly<Record<ResultColumn, ColumnLook>> = {
  recorded: { title: 'Recorded', sort: 'recorded' },
  occurred: { title: 'Occurred', sort: 'occurred' },
  type: { title: 'Type', sort: null },
  entity: { title: 'Entity', sort: null },
  actor: { title: 'Actor', sort: null },
  changes: { title: 'What changed', sort: null },
  source: { title: 'Source', sort: null },
  correlation: { title: 'Correlation', sort: null },
  version: { title: 'Version', sort: null },
  position: { title: 'Position', sort: 'position' },
  marks: { title: 'Marks', sort: null },
};

const WIDTHS: ColumnWidths = {
  recorded: 232,
  occurred: 232,
  type: 184,
  entity: 164,
  actor: 148,
  changes: 248,
  source: 104,
  correlation: 144,
  version: 88,
  position: 104,
  marks: 176,
};

/** Of UTC the headings say that it is; in any other zone each time says how far its clock is ahead. */
export function usualWidths(zone: string): ColumnWidths {
  return zone === 'UTC' ? WIDTHS : WIDTHS_WITH_OFFSETS;
}

const WIDTHS_WITH_OFFSETS: ColumnWidths = { ...WIDTHS, recorded: 280, occurred: 280 };

/** Where nobody chose: the clock that sorts, and what an event is. The same list each time, by which rows know that nothing has changed. */
export const usualColumns = (sort: ResultSort): readonly ResultColumn[] =>
  sort === 'occurred' ? OCCURRED : RECORDED;

const OF_EVENT = ['type', 'entity', 'actor', 'changes', 'marks'] as const;
const OCCURRED: readonly ResultColumn[] = ['occurred', ...OF_EVENT];
const RECORDED: readonly ResultColumn[] = ['recorded', ...OF_EVENT];

/** One column takes the room that is left: what changed, or else the last one. */
export function gridTemplate(columns: readonly ResultColumn[], widths: ColumnWidths): string {
  const growing = columns.includes('changes') ? 'changes' : columns.at(-1);
  return columns
    .map((column) => (column === growing ? `minmax(${widths[column]}px, 1fr)` : `${widths[column]}px`))
    .join(' ');
}

export const leastWidth = (columns: readonly ResultColumn[], widths: ColumnWidths): number =>
  columns.reduce((sum, column) => sum + widths[column], 0);

export const SORT_WORDS: Readonly<Record<ResultSort, string>> = {
  recorded: 'recorded',
  occurred: 'occurred',
  position: 'in the log',
};

/** `newest recorded first` */
export function orderWords(sort: ResultSort, direction: 'desc' | 'asc'): string {
  const end = direction === 'desc' ? 'newest' : 'oldest';
  return `${end} ${SORT_WORDS[sort]} first`;
}
