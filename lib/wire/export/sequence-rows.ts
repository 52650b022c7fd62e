/** The matches of a sequence as people take them along: one row for each, with when every step happened. */
import type { SequenceMatchAnswer } from '../sequences.ts';
import type { Cell } from './csv.ts';
import type { ExportShape } from './rows.ts';
import type { ExportAbout } from './scope.ts';

export type SequenceRow = SequenceMatchAnswer;

/** `steps`: of every stage what it takes; null: it takes no event and has no columns. */
export function sequenceShape(steps: readonly (string | null)[]): ExportShape<SequenceRow> {
  const taking = steps.flatMap((text, stage) => (text === null ? [] : [{ text, stage }]));
  return {
    member: 'matches',
    columns: [
      'entity type',
      'entity id',
      'actor',
      'correlation',
      'start position',
      'start recorded at',
      'start occurred at',
      'took microseconds',
      ...taking.flatMap(({ text, stage }) => [
        `${stage + 1} ${text}: position`,
        `${stage + 1} entity`,
        `${stage + 1} version`,
        `${stage + 1} recorded at`,
        `${stage + 1} occurred at`,
        `${stage + 1} microseconds since the step before`,
      ]),
    ],
    json: (row) => JSON.stringify(row),
    cells: ({ start, took, events }) => [
      start.entityType,
      start.entityId,
      start.actor,
      start.correlationId,
      { number: start.position },
      start.recordedAt,
      start.occurredAt,
      { number: took },
      ...taking.flatMap(({ stage }) => stepCells(events[stage] ?? null)),
    ],
  };
}

function stepCells(event: SequenceRow['events'][number]): readonly Cell[] {
  if (event === null) return [null, null, null, null, null, null];
  return [
    { number: event.position },
    `${event.entityType}/${event.entityId}`,
    { number: String(event.version) },
    event.recordedAt,
    event.occurredAt,
    { number: event.since },
  ];
}

export interface SequenceScope {
  readonly namespace: string;
  /** As canonical text, so that relative times are instants. */
  readonly sequence: string;
  readonly by: string;
  readonly axis: 'recorded' | 'occurred';
  /** null: the matches. */
  readonly reached: number | null;
  /** Only events up to there were looked at; null: all. */
  readonly asOf: { readonly moment: string; readonly axis: 'recorded' | 'occurred' } | null;
  readonly searchedTo: bigint;
}

/** What such a file says of itself. */
export function aboutSequence(scope: SequenceScope): ExportAbout {
  const { namespace, sequence, by, axis, reached, asOf, searchedTo } = scope;
  const what =
    reached === null
      ? 'the matches of a sequence'
      : `the starts of a sequence that ended after step ${reached} of its funnel`;
  return {
    title: `A sequence in ${namespace}`,
    members: {
      what: 'sequences',
      namespace,
      sequence,
      by,
      axis,
      ...(reached === null ? {} : { reached }),
      ...(asOf === null ? {} : { asOf: asOf.moment, asOfAxis: asOf.axis }),
      searchedTo: String(searchedTo),
      zone: 'UTC',
    },
    words: [
      ['what', `${what}, newest start first; they may overlap`],
      ['namespace', namespace],
      ['sequence', sequence],
      ['axis', axis],
      ['searched', `the log up to position ${searchedTo}`],
      ...(asOf === null ? [] : [['as of', `${asOf.moment}, ${asOf.axis}`] as const]),
      ['zone', 'UTC'],
    ],
  };
}
