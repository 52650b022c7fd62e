/** What a filter can be made of: who acts in a history, and which fields change in it. */
import { formatPath, type History, parsePath, type Segment } from '#core';
import { type EventLabels, MOST_PATHS } from './question.ts';

/** Gathers what its segments say. Law: it is what looking at every event one by one would gather. */
export class LabelTally {
  private readonly actors = new Map<string, number>();
  private readonly paths = new Set<string>();

  add({
    actors,
    paths,
  }: {
    readonly actors: Iterable<readonly [string | null, number]>;
    readonly paths: Iterable<string>;
  }): void {
    for (const [actor, events] of actors)
      this.actors.set(actor ?? '', (this.actors.get(actor ?? '') ?? 0) + events);
    for (const path of paths) this.addPath(path);
  }

  /** The most frequent actors first; paths ascending. */
  labels(): EventLabels {
    const actors = [...this.actors].map(([name, events]) => ({ name, events }));
    actors.sort((one, other) => other.events - one.events || (one.name < other.name ? -1 : 1));
    const paths = [...this.paths].sort();
    return { actors, paths: paths.slice(0, MOST_PATHS), allPaths: paths.length };
  }

  /** A field is known with everything above it. */
  private addPath(path: string): void {
    if (this.paths.has(path)) return;
    const steps = parsePath(path);
    if (!steps.ok) return;
    for (let depth = steps.value.length; depth > 0; depth -= 1) {
      const above = formatPath(steps.value.slice(0, depth));
      if (this.paths.has(above)) return;
      this.paths.add(above);
    }
  }
}

export const labelsIn = (segment: Segment) => ({
  actors: segment.actorCounts(),
  paths: segment.touchedPaths(),
});

/** Event by event, for histories that are there as a whole. */
export function labelsOf(history: History): EventLabels {
  const tally = new LabelTally();
  for (let ordinal = 1; ordinal <= history.length; ordinal += 1) {
    const paths = history.changesOf(ordinal).map(({ path }) => path);
    tally.add({ actors: [[history.event(ordinal).actor, 1]], paths });
  }
  return tally.labels();
}
