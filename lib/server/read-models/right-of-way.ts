/**
 * Which read models go first: whoever follows the store waits for some of them. While events arrive and those are behind, the others
 * leave the machine to them, though never for longer than their patience, so that a log which does not rest starves nobody. Where nobody
 * follows, all go at once, and none is left to catch up alone when a long import is through.
 */
import type { ReadModelName } from '#store';
import { Bell } from '../live/bell.ts';

/** Those that a follower of the store is told of events by. */
const FIRST: ReadonlySet<ReadModelName> = new Set(['search', 'changes']);

export interface Patience {
  /** For how long at most somebody else goes first. */
  readonly mostMs: number;
  /** So long after the last event, nobody waits for those that follow. */
  readonly quietMs: number;
}

export class RightOfWay {
  readonly #behind = new Set<ReadModelName>();
  readonly #waiting = new Set<Bell>();
  #arrived = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly patience: Patience,
    /** Whether somebody waits for what comes. */
    private readonly isFollowed: () => boolean,
    private readonly stop: AbortSignal,
  ) {
    stop.addEventListener('abort', () => this.#tell(), { once: true });
  }

  readonly arrived = (): void => {
    this.#arrived = performance.now();
  };

  /** There may be something for the model to take in. */
  readonly take = (name: ReadModelName): void => {
    if (FIRST.has(name)) this.#behind.add(name);
  };

  /** There is nothing, or nothing that it can do about it now. */
  leave(name: ReadModelName): void {
    this.#behind.delete(name);
    if (this.#behind.size === 0) this.#tell();
  }

  /** When the model may step: at once, or when none of those that go first is behind, nothing arrives or nobody follows, or when its patience ends. */
  async given(name: ReadModelName): Promise<void> {
    if (FIRST.has(name) || this.stop.aborted || !this.isFollowed()) return;
    const { mostMs, quietMs } = this.patience;
    const begun = performance.now();
    const bell = new Bell();
    this.#waiting.add(bell);
    for (;;) {
      const now = performance.now();
      const left = Math.min(this.#arrived + quietMs, begun + mostMs) - now;
      if (this.#behind.size === 0 || left <= 0 || (await bell.heard(left))) break;
    }
    this.#waiting.delete(bell);
  }

  #tell(): void {
    for (const { ring } of this.#waiting) ring();
  }
}
