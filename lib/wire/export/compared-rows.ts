/** What differs between two moments of a namespace as people take it along: one row for every entity. */
import type { Cell } from './csv.ts';
import type { ExportShape } from './rows.ts';
import type { ExportAbout } from './scope.ts';

export interface ComparedRow {
  readonly entityType: string;
  readonly entityId: string;
  readonly became: 'appeared' | 'vanished' | 'changed';
  /** Leaves in which its states differ. */
  readonly fields: number;
  /** Events of it between the two moments. */
  readonly events: number;
  readonly versionBefore: number;
  readonly versionAfter: number;
}

export const COMPARED_SHAPE: ExportShape<ComparedRow> = {
  member: 'entities',
  columns: [
    'entity type',
    'entity id',
    'became',
    'fields changed',
    'events',
    'version before',
    'version after',
  ],
  json: (row) => JSON.stringify(row),
  cells: (row) => [
    row.entityType,
    row.entityId,
    row.became,
    number(row.fields),
    number(row.events),
    number(row.versionBefore),
    number(row.versionAfter),
  ],
};

const number = (value: number): Cell => ({ number: String(value) });

export interface ComparisonScope {
  readonly namespace: string;
  /** Instants or positions, in the order in which they were asked for. */
  readonly from: string;
  readonly to: string;
}

/** What such a file says of itself. */
export function aboutComparison({ namespace, from, to }: ComparisonScope): ExportAbout {
  return {
    title: `What differs in ${namespace}`,
    members: { what: 'comparison', namespace, axis: 'recorded', from, to, zone: 'UTC' },
    words: [
      ['what', 'the entities that differ between two moments'],
      ['namespace', namespace],
      ['axis', 'recorded, as it was known'],
      ['from', from],
      ['to', to],
      ['zone', 'UTC'],
    ],
  };
}
