/** Looks again for what events in sight changed, of which that was not known yet when they came. */
import type { FoundEventAnswer } from '#wire';
import { PAGE_ROWS } from './found-question.ts';

export const LEARN_MS = 2_000;

export interface LearnerParts {
  /** Rows by ordinals. */
  pages(): readonly LearnerPage[];
  /** Whether anybody shows them. */
  areShown(): boolean;
  /** So many events as they are answered now, beginning with this one. */
  ask(first: FoundEventAnswer, limit: number): Promise<readonly FoundEventAnswer[]>;
  /** What each event, by its position, is now; those whose changes are known. */
  onLearned(known: ReadonlyMap<string, FoundEventAnswer>): void;
}

export interface LearnerPage {
  readonly start: number;
  readonly size: number;
  readonly events: readonly FoundEventAnswer[] | null;
}

const NOWHERE = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

export class ChangesLearner {
  /** Rows that were in sight since the last time. */
  private sight = NOWHERE;
  private isLearning = false;

  constructor(private readonly parts: LearnerParts) {}

  see(from: number, to: number): void {
    this.sight = { from: Math.min(from, this.sight.from), to: Math.max(to, this.sight.to) };
    if (this.isLearning || this.unknown === null) return;
    this.isLearning = true;
    setTimeout(() => void this.look(), LEARN_MS);
  }

  private async look(): Promise<void> {
    const unknown = this.parts.areShown() ? this.unknown : null;
    const { to } = this.sight;
    this.sight = NOWHERE;
    // A failure is no failure of the rows: they are there, and are looked at again when they are seen.
    const answered =
      unknown === null
        ? null
        : await this.parts
            .ask(unknown.event, Math.min(PAGE_ROWS, to - unknown.ordinal))
            .catch((): readonly FoundEventAnswer[] => []);
    this.isLearning = false;
    if (answered === null) return;
    const known = answered.filter(({ changed }) => changed !== null);
    this.parts.onLearned(new Map(known.map((event) => [event.position, event])));
  }

  /** The first row in sight whose changes are not known; null: there is none. */
  private get unknown(): { readonly ordinal: number; readonly event: FoundEventAnswer } | null {
    const { from, to } = this.sight;
    for (const { start, size, events } of this.parts.pages()) {
      if (events === null || start >= to || start + size <= from) continue;
      for (const [nth, event] of events.entries()) {
        const ordinal = start + nth;
        if (ordinal >= from && ordinal < to && event.changed === null) return { ordinal, event };
      }
    }
    return null;
  }
}
