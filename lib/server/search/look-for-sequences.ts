/** One pass over the log for a sequence: the funnel of all starts, and those of them that somebody wants to see. */
import { type Axis, matchSequence, ok, type Result, type Sequence, stagesOf } from '#core';
import type { EntityMoment, FoundPlace } from '#store';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import { NewestStarts, type PlacedStart } from './newest-starts.ts';
import { upTo } from './read-asked-events.ts';
import { type FunnelStage, SequenceFunnel } from './sequence-funnel.ts';

export interface SequencesToFind {
  readonly namespace: string;
  readonly sequence: Sequence;
  /** The starts that reached exactly so many stages; null: all of them, which makes them matches. */
  readonly reached: number | null;
  readonly after: FoundPlace | null;
  /** How many of those are kept, the newest first. */
  readonly most: number;
  /** Only events up to there are looked at: a start has not come further than it had then. */
  readonly known: { readonly moment: EntityMoment; readonly axis: Axis };
  readonly takes: 'page' | 'all';
}

export interface SequencesSeen {
  readonly funnel: readonly FunnelStage[];
  readonly kept: readonly PlacedStart[];
  readonly searchedTo: bigint;
}

/** CS-152: a step that events cannot be asked for. CS-322: it took too long. */
export async function lookForSequences(
  { store }: Pick<App, 'store'>,
  { namespace, sequence, reached, after, most, known, takes }: SequencesToFind,
): Promise<Result<SequencesSeen>> {
  const stages = stagesOf(sequence);
  const funnel = new SequenceFunnel(stages);
  const newest = new NewestStarts(after, most);
  const depth = reached ?? stages.length;
  const repeats = stages.some((stage) => stage.kind === 'event' && stage.times > 1);
  const { steps, where, by, on: axis } = sequence;
  const search = {
    namespace,
    steps: steps.map(({ what }) => what),
    where: upTo(where, known.moment, known.axis),
    by,
    axis,
  };
  const seen = await unlessTooSlow(() =>
    store.sequenceEvents(search, takes, (partition) => {
      const starts = matchSequence(stages, partition);
      funnel.add(partition, starts);
      for (const start of starts) {
        if (start.depth !== depth) continue;
        const positionOf = (event: number) => partition.positions[event] ?? 0n;
        const positions = start.events.map(positionOf);
        newest.add({
          at: BigInt(partition.at[start.event] ?? 0),
          position: positionOf(start.event),
          depth: start.depth,
          positions,
          firsts: repeats ? start.firsts.map(positionOf) : positions,
        });
      }
    }),
  );
  if (!seen.ok) return seen;
  return ok({ funnel: funnel.result(), kept: newest.newest(), searchedTo: seen.value.searchedTo });
}
