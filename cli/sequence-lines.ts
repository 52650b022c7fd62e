/** What a search for a sequence found, as a terminal shows it: the funnel, and a line for each match. */
import { durationWords } from '#core';
import type { SequenceMatchAnswer, SequenceMomentAnswer, SequencesAnswer } from '#wire';
import { alignedColumns } from './aligned-columns.ts';

export function funnelLines({ stages, by }: SequencesAnswer): readonly string[] {
  const first = stages[0]?.starts ?? 0;
  const heading = ['step', 'starts', PARTITIONS[by], 'of the first', 'median', '9 of 10 within', 'what'];
  const rows = stages.map(({ starts, partitions, median, p90, text, without }, index) => [
    String(index + 1),
    starts.toLocaleString('en'),
    partitions.toLocaleString('en'),
    first === 0 ? '-' : `${((100 * starts) / first).toFixed(1)} %`,
    timeOf(median),
    timeOf(p90),
    [...without, text].join(' -> '),
  ]);
  return alignedColumns([heading, ...rows], new Set([0, 1, 2, 3, 4, 5]));
}

/** Of every stage that takes events: which one, or the first and the last, and when on the clock of the sequence. Nothing where there is no match. */
export function matchLines({ stages, matches, by, axis }: SequencesAnswer): readonly string[] {
  if (matches.length === 0) return [];
  const taking = stages.flatMap(({ kind, text }, stage) => (kind === 'event' ? [{ stage, text }] : []));
  const heading = ['start', 'took', OWNERS[by], ...taking.map(({ stage, text }) => `${stage + 1} ${text}`)];
  const rows = matches.map((match) => [
    `@${match.start.position}`,
    timeOf(match.took),
    ownerOf(match, by),
    ...taking.map(({ stage }) => momentsText(match.events[stage] ?? null, by, axis)),
  ]);
  return alignedColumns([heading, ...rows], new Set([0, 1]));
}

const PARTITIONS: Readonly<Record<SequencesAnswer['by'], string>> = {
  entity: 'entities',
  actor: 'actors',
  correlation: 'conversations',
};

const OWNERS: Readonly<Record<SequencesAnswer['by'], string>> = {
  entity: 'entity',
  actor: 'actor',
  correlation: 'conversation',
};

function ownerOf({ start }: SequenceMatchAnswer, by: SequencesAnswer['by']): string {
  if (by === 'entity') return `${start.entityType}/${start.entityId}`;
  return (by === 'actor' ? start.actor : start.correlationId) ?? '-';
}

function momentsText(
  event: SequenceMatchAnswer['events'][number],
  by: SequencesAnswer['by'],
  axis: SequencesAnswer['axis'],
): string {
  if (event === null) return '-';
  const last = eventText(event, by, axis);
  return event.first === null ? last : `${eventText(event.first, by, axis)} to ${last}`;
}

function eventText(
  event: SequenceMomentAnswer,
  by: SequencesAnswer['by'],
  axis: SequencesAnswer['axis'],
): string {
  const entity = by === 'entity' ? '' : `${event.entityType}/${event.entityId}`;
  return `${entity}#${event.version} ${axis === 'recorded' ? event.recordedAt : event.occurredAt}`;
}

const timeOf = (micros: string | null): string => (micros === null ? '-' : durationWords(BigInt(micros)));
