/** Every match of a sequence as a file, all of one moment of the log: of each only its positions are in memory, and what they are page by page. */
import {
  ok,
  type Problem,
  type QueryProblem,
  type Result,
  type Sequence,
  type SequenceStage,
  sequenceText,
  stagesOf,
  stepText,
} from '#core';
import {
  aboutSequence,
  EXPORT_ENDINGS,
  type SequenceFormat,
  type SequenceRow,
  type SequenceRowStep,
  sequenceShape,
  writeExport,
} from '#wire/export';
import type { App } from '../app.ts';
import type { ExportFile } from '../export/export-file.ts';
import type { Viewer } from '../viewer.ts';
import { beyondStages } from './find-sequences.ts';
import { lookForSequences } from './look-for-sequences.ts';
import { momentOfStore, momentText } from './moment-of-store.ts';
import type { PlacedStart } from './newest-starts.ts';
import type { AskedEvents } from './read-asked-events.ts';
import { readSequenceText } from './read-sequence-text.ts';
import { sequenceRows } from './sequence-rows.ts';

export interface SequencesToExport extends AskedEvents {
  readonly reached: number | null;
  readonly format: SequenceFormat;
}

const PAGE = 500;

/** The errors of `findSequences`. */
export async function exportSequences(
  _viewer: Viewer,
  app: Pick<App, 'store'>,
  { format, reached, asOf, asOfAxis = 'recorded', ...written }: SequencesToExport,
): Promise<Result<ExportFile, Problem | QueryProblem>> {
  const { namespace } = written;
  const read = readSequenceText(written);
  if (!read.ok) return read;
  const { sequence } = read.value;
  const stages = stagesOf(sequence);
  const beyond = beyondStages(reached, stages);
  if (beyond !== null) return beyond;
  const moment = await momentOfStore(app, asOf ?? 'latest');
  if (!moment.ok) return moment;
  const known = { moment: moment.value, axis: asOfAxis };
  const all = { after: null, most: Number.POSITIVE_INFINITY, known, takes: 'all' } as const;
  const seen = await lookForSequences(app, { namespace, sequence, reached, ...all });
  if (!seen.ok) return seen;
  const { kept, searchedTo } = seen.value;
  const about = aboutSequence({
    namespace,
    sequence: sequenceText(sequence),
    by: sequence.by,
    axis: sequence.on,
    reached,
    asOf: known.moment.at === 'head' ? null : { moment: momentText(known.moment), axis: asOfAxis },
    searchedTo,
  });
  const shown = stages.slice(0, reached ?? stages.length);
  const shape = sequenceShape(takingOf(shown, sequence));
  return ok({
    name: `sequences-${namespace.replace(/[^\p{L}\p{N}._-]/gu, '_')}-to-${searchedTo}.${EXPORT_ENDINGS[format]}`,
    format,
    about,
    rows: kept.length,
    parts: writeExport(format, shape, about, pagesOf(app, sequence, stages, kept)),
  });
}

/** Of the stages that take events; the others have no column of their own. */
function takingOf(
  stages: readonly SequenceStage[],
  { steps }: Sequence,
): readonly (SequenceRowStep | null)[] {
  return stages.map(({ step }) => {
    const asked = steps[step];
    return asked?.kind === 'event' ? { text: stepText(asked), times: asked.times } : null;
  });
}

async function* pagesOf(
  app: Pick<App, 'store'>,
  sequence: Sequence,
  stages: readonly SequenceStage[],
  kept: readonly PlacedStart[],
): AsyncGenerator<readonly SequenceRow[], void, undefined> {
  for (let from = 0; from < kept.length; from += PAGE)
    yield await sequenceRows(app, sequence, stages, kept.slice(from, from + PAGE));
}
