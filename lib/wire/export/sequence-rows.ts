/** The matches of a sequence as people take them along: one row for each, with when every step happened. */
import type { SequenceMatchAnswer, SequenceMomentAnswer } from '../sequences.ts';
import type { Cell } from './csv.ts';
import type { ExportShape } from './rows.ts';
import type { ExportAbout } from './scope.ts';

export type SequenceRow = SequenceMatchAnswer;

export interface SequenceRowStep {
  readonly text: string;
  /** How many events it takes; of several the first and the last have columns. */
  readonly times: number;
}

/** `steps`: of every stage what it takes; null: it takes no event and has no columns. */
export function sequenceShape(steps: readonly (SequenceRowStep | null)[]): ExportShape<SequenceRow> {
  const taking = steps.flatMap((step, stage) => (step === null ? [] : [{ ...step, stage }]));
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
      ...taking.flatMap(({ text, times, stage }) =>
        (times === 1 ? [''] : ['first ', 'last ']).flatMap((which) => [
          `${stage + 1} ${text}: ${which}position`,
          `${stage + 1} ${which}entity`,
          `${stage + 1} ${which}version`,
          `${stage + 1} ${which}recorded at`,
          `${stage + 1} ${which}occurred at`,
          `${stage + 1} ${which}microseconds since the step before`,
        ]),
      ),
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
      ...taking.flatMap(({ times, stage }) => {
        const event = events[stage] ?? null;
        return [...(times === 1 ? [] : momentCells(event?.first ?? null)), ...momentCells(event)];
      }),
    ],
  };
}

function momentCells(event: SequenceMomentAnswer | null): readonly Cell[] {
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
