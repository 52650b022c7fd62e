/** Where a sequence of events is found, how far the others got, and how long it took. */
import {
  fail,
  ok,
  type Problem,
  type QueryProblem,
  type Result,
  type SequenceStage,
  type SequenceStep,
  sequenceText,
  stagesOf,
  stepText,
} from '#core';
import type { FoundPlace } from '#store';
import { encodeFoundPlace, type SequenceStageAnswer, type SequencesAnswer } from '#wire';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { lookForSequences } from './look-for-sequences.ts';
import { momentOfStore } from './moment-of-store.ts';
import type { AskedEvents } from './read-asked-events.ts';
import { readSequenceText } from './read-sequence-text.ts';
import type { FunnelStage } from './sequence-funnel.ts';
import { sequenceRows } from './sequence-rows.ts';

export interface SequencesAsked extends AskedEvents {
  /** The starts that reached exactly so many stages; null: the matches. */
  readonly reached: number | null;
  readonly after: FoundPlace | null;
  readonly limit: number;
  /** All of it, however long that takes. */
  readonly takes?: 'page' | 'all';
}

/** CS-15x: the text is no sequence, or cannot be asked of events. CS-11x: it has not so many stages, or the moment is none of this store. CS-322: it took too long. */
export async function findSequences(
  _viewer: Viewer,
  app: Pick<App, 'store'>,
  {
    namespace,
    reached,
    after,
    limit,
    takes = 'page',
    asOf,
    asOfAxis = 'recorded',
    ...written
  }: SequencesAsked,
): Promise<Result<SequencesAnswer, Problem | QueryProblem>> {
  const read = readSequenceText({ namespace, ...written });
  if (!read.ok) return read;
  const { sequence } = read.value;
  const stages = stagesOf(sequence);
  const beyond = beyondStages(reached, stages);
  if (beyond !== null) return beyond;
  const moment = await momentOfStore(app, asOf ?? 'latest');
  if (!moment.ok) return moment;
  const known = { moment: moment.value, axis: asOfAxis };
  const head = await app.store.readModels.head();
  const asked = { namespace, sequence, reached, after, most: limit + 1, known, takes };
  const seen = await lookForSequences(app, asked);
  if (!seen.ok) return seen;
  const { funnel, kept, searchedTo } = seen.value;
  const shown = kept.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    sequence: sequenceText(sequence),
    by: sequence.by,
    axis: sequence.on,
    stages: stages.map((stage, index) => stageAnswer(stage, sequence.steps, funnel[index])),
    matches: [...(await sequenceRows(app, sequence, stages, shown))],
    next: kept.length > limit && last !== undefined ? encodeFoundPlace(last) : null,
    searchedTo: String(searchedTo),
    head: String(head),
  });
}

export function beyondStages(
  reached: number | null,
  stages: readonly SequenceStage[],
): ReturnType<typeof fail> | null {
  if (reached === null || reached < stages.length) return null;
  const most = stages.length - 1;
  return fail(
    'CS-114',
    most === 0
      ? 'Nothing is left out after the only step of this sequence: ask without reached.'
      : `reached says after which step it ended: from 1 to ${most} in this sequence, not ${reached}.`,
  );
}

function stageAnswer(
  stage: SequenceStage,
  steps: readonly SequenceStep[],
  counted: FunnelStage | undefined,
): SequenceStageAnswer {
  const text = (step: number) => {
    const asked = steps[step];
    if (asked === undefined) throw new RangeError(`There is no step ${step}.`);
    return stepText(asked);
  };
  const { starts = 0, partitions = 0, median = null, p90 = null } = counted ?? {};
  return {
    kind: stage.kind,
    text: text(stage.step),
    times: stage.kind === 'event' ? stage.times : 0,
    without: stage.kind === 'event' ? stage.without.map(text) : [],
    starts,
    partitions,
    median: median === null ? null : String(median),
    p90: p90 === null ? null : String(p90),
  };
}
