/** How many starts got how far, of how many entities, actors or conversations, and how long it took them: counted partition by partition. */
import type { PartitionEvents, SequenceStage, SequenceStart } from '#core';

export interface FunnelStage {
  /** That got here. */
  readonly starts: number;
  /** Entities, actors or conversations with a start that got here. */
  readonly partitions: number;
  /** Microseconds from the event of the stage before, of those that got here; null: the stage takes no event, or nobody got here. */
  readonly median: number | null;
  readonly p90: number | null;
}

export class SequenceFunnel {
  private readonly starts: number[];
  private readonly partitions: number[];
  /** Eight bytes for each start that got there: the times are exact, however many there are. */
  private readonly times: readonly number[][];

  constructor(private readonly stages: readonly SequenceStage[]) {
    this.starts = stages.map(() => 0);
    this.partitions = stages.map(() => 0);
    this.times = stages.map(() => []);
  }

  /** All starts of one partition. */
  add({ at }: PartitionEvents, starts: readonly SequenceStart[]): void {
    let deepest = 0;
    for (const { event, depth, events } of starts) {
      deepest = Math.max(deepest, depth);
      let before = event;
      for (let stage = 0; stage < depth; stage += 1) {
        this.starts[stage] = (this.starts[stage] ?? 0) + 1;
        const here = events[stage] ?? before;
        if (this.isTimed(stage)) this.times[stage]?.push((at[here] ?? 0) - (at[before] ?? 0));
        before = here;
      }
    }
    for (let stage = 0; stage < deepest; stage += 1)
      this.partitions[stage] = (this.partitions[stage] ?? 0) + 1;
  }

  result(): readonly FunnelStage[] {
    return this.stages.map((_, stage) => {
      const times = Float64Array.from(this.times[stage] ?? []).sort();
      return {
        starts: this.starts[stage] ?? 0,
        partitions: this.partitions[stage] ?? 0,
        median: atShare(times, 0.5),
        p90: atShare(times, 0.9),
      };
    });
  }

  private isTimed(stage: number): boolean {
    const asked = this.stages[stage];
    return asked?.kind === 'event' && (stage > 0 || asked.times > 1);
  }
}

/** By nearest rank, so that it is the time of one of them. */
function atShare(ascending: Float64Array, share: number): number | null {
  return ascending[Math.ceil(ascending.length * share) - 1] ?? null;
}
