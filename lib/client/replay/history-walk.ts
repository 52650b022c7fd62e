/**
 * Questions that go through a whole history, segment by segment, so that a million events are neither held at once nor begun again
 * for each segment that is missing. Between two segments others are answered, and whoever asks is told how far it is.
 */
import type { Segment } from '#core';
import type { EventFilter, OutlinedSegment } from '#wire';
import { LabelTally, labelsIn } from './labels.ts';
import { isOutOfQuestion, matchingInSegment } from './matching-events.ts';
import type { EventLabels, Progress } from './question.ts';
import { LeftBehind } from './segment-queue.ts';

type Tell = (progress: Progress) => void;

export interface WalkParts {
  segment(hash: string): Segment | Promise<Segment>;
  /** Nobody asks any more. */
  isClosed(): boolean;
  findText(text: string, onProgress: Tell): Promise<ReadonlySet<number>>;
}

export class HistoryWalk {
  constructor(
    private readonly segments: readonly OutlinedSegment[],
    private readonly parts: WalkParts,
  ) {}

  async matching(filter: EventFilter, onProgress: Tell): Promise<Uint32Array> {
    const withText = filter.text === null ? null : await this.parts.findText(filter.text, onProgress);
    const found: number[] = [];
    const wanted = this.segments.filter((segment) => !isOutOfQuestion(filter, segment, withText));
    await this.each(wanted, onProgress, (segment) => {
      for (const ordinal of matchingInSegment(segment, filter, withText)) found.push(ordinal);
    });
    return Uint32Array.from(found);
  }

  async labels(onProgress: Tell): Promise<EventLabels> {
    const tally = new LabelTally();
    await this.each(this.segments, onProgress, (segment) => tally.add(labelsIn(segment)));
    return tally.labels();
  }

  private async each(
    segments: readonly OutlinedSegment[],
    onProgress: Tell,
    look: (segment: Segment) => void,
  ): Promise<void> {
    for (const [done, { hash }] of segments.entries()) {
      look(await this.read(hash));
      onProgress({ done: done + 1, of: segments.length });
    }
  }

  /** Whoever moves the playhead goes first; what was pushed aside by that is asked for again. */
  private async read(hash: string): Promise<Segment> {
    for (;;) {
      try {
        return await this.parts.segment(hash);
      } catch (error) {
        if (!(error instanceof LeftBehind) || this.parts.isClosed()) throw error;
      }
    }
  }
}
