/**
 * Which read models go first: searches, and whoever follows the store, wait for some of them. While those are behind the log the others
 * leave the machine to them, though never for longer than their patience, so that a log which does not rest starves nobody.
 */
import type { ReadModelName } from '#store';
import { Bell } from '../live/bell.ts';

/** Those that a follower of the store is told of events by. */
const FIRST: ReadonlySet<ReadModelName> = new Set(['search', 'changes']);

export class RightOfWay {
  readonly #behind = new Set<ReadModelName>();
  readonly #waiting = new Set<Bell>();

  constructor(
    private readonly patienceMs: number,
    stop: AbortSignal,
  ) {
    stop.addEventListener('abort', () => this.#tell(), { once: true });
  }

  /** There may be something for the model to take in. */
  readonly take = (name: ReadModelName): void => {
    if (FIRST.has(name)) this.#behind.add(name);
  };

  /** There is nothing, or nothing that it can do about it now. */
  leave(name: ReadModelName): void {
    this.#behind.delete(name);
    if (this.#behind.size === 0) this.#tell();
  }

  /** When the model may step: at once, or when none of those that go first is behind, or when its patience ends. */
  async given(name: ReadModelName): Promise<void> {
    if (FIRST.has(name) || this.#behind.size === 0) return;
    const bell = new Bell();
    this.#waiting.add(bell);
    await bell.heard(this.patienceMs);
    this.#waiting.delete(bell);
  }

  #tell(): void {
    for (const { ring } of this.#waiting) ring();
  }
}
