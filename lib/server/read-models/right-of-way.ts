/**
 * Which read models go first while somebody follows the store, who is told of events as they come, and of text, payloads and what was changed when that is
 * searchable. So the catalogue leaves the machine to the others while events arrive and those are behind, and the change log leaves it to the searches
 * while these take in more at a time than they would if they kept up. Where the machine has nothing to spare then, the searches leave most of it to those who
 * append and follow. Nobody waits longer for a step than their patience, so that in a log which does not rest all come on, if slowly.
 * Where nobody follows, all go at once, and none is left to catch up alone when a long import is through.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModelName } from '#store';
import { Bell } from '../live/bell.ts';

/** Those that somebody who follows the store waits for. */
const FIRST: ReadonlySet<ReadModelName> = new Set(['search', 'changes']);

/** While all keep up, a step has fewer events than this, or the next one does. */
const PRESSED = 300;
/** On a busy machine a search that is pressed rests so many times as long as its last step took, … */
const RESTS = 6;
/** … unless it is so far behind the log. */
const FAR_BEHIND = 100_000;
/** Whoever waits looks so often whether there is still a reason for it. */
const LOOK_MS = 250;

export interface Patience {
  /** For how long at most somebody else goes first. */
  readonly mostMs: number;
  /** So long after the last event, nobody waits for those that follow. */
  readonly quietMs: number;
}

export interface StepTaken {
  readonly events: number;
  readonly ms: number;
  readonly behind: number;
}

export class RightOfWay {
  readonly #behind = new Set<ReadModelName>();
  readonly #waiting = new Map<Bell, ReadModelName>();
  #arrived = Number.NEGATIVE_INFINITY;
  #isPressed = false;
  #restMs = 0;

  constructor(
    private readonly patience: Patience,
    /** Whether somebody waits for what comes. */
    private readonly isFollowed: () => boolean,
    /** Whether the machine has nothing to spare, and nobody waits for what is searchable. */
    private readonly isBusy: () => boolean,
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

  /** The search took in so many events in one step of so many milliseconds, and is so many behind the log. */
  searched({ events, ms, behind }: StepTaken): void {
    this.#restMs = behind < FAR_BEHIND ? RESTS * ms : 0;
    this.#press(events > PRESSED);
  }

  /** There is nothing, or nothing that it can do about it now. */
  leave(name: ReadModelName): void {
    this.#behind.delete(name);
    if (name === 'search') this.#press(false);
    this.#tell();
  }

  /** When the model may step: at once, or when those that go before it are not behind, nothing arrives or nobody follows, or when its patience ends. */
  async given(name: ReadModelName): Promise<void> {
    if (this.stop.aborted || !this.isFollowed()) return;
    if (name === 'search') return this.#rest();
    const { mostMs, quietMs } = this.patience;
    const begun = performance.now();
    const bell = new Bell();
    this.#waiting.set(bell, name);
    for (;;) {
      const now = performance.now();
      const left = Math.min(this.#arrived + quietMs, begun + mostMs) - now;
      if (this.#isFree(name) || !this.isFollowed() || left <= 0) break;
      if (await bell.heard(Math.min(left, LOOK_MS))) break;
    }
    this.#waiting.delete(bell);
  }

  async #rest(): Promise<void> {
    const { mostMs, quietMs } = this.patience;
    const end = performance.now() + Math.min(this.#restMs, mostMs);
    while (this.#isPressed && this.isFollowed() && this.isBusy() && !this.stop.aborted) {
      const left = Math.min(end, this.#arrived + quietMs) - performance.now();
      if (left <= 0) return;
      await pause(Math.min(left, LOOK_MS), undefined, { signal: this.stop }).catch(() => undefined);
    }
  }

  #isFree(name: ReadModelName): boolean {
    return FIRST.has(name) ? !this.#isPressed : this.#behind.size === 0;
  }

  #press(isPressed: boolean): void {
    this.#isPressed = isPressed;
    this.#tell();
  }

  #tell(): void {
    for (const [bell, name] of this.#waiting) if (this.stop.aborted || this.#isFree(name)) bell.ring();
  }
}
