/**
 * Histories that are being built in this process: how far each is, and why the last attempt failed.
 *
 * A failure is kept until the history is built again: whoever only waited would otherwise never hear of it.
 */
import { LruCache, type Problem } from '#core';
import type { HistoryName } from '#store';

export interface BuildProgress {
  /** How many there are to fold. */
  readonly events: number;
  /** Up to which all are folded. */
  readonly folded: number;
}

const MOST_FAILURES = 100;

export class Build implements BuildProgress {
  constructor(
    readonly events: number,
    private reached: number,
  ) {}

  get folded(): number {
    return this.reached;
  }

  /** It only grows: what is folded again after damage was found is no news. */
  readonly reach = (event: number): void => {
    this.reached = Math.min(this.events, Math.max(this.reached, event));
  };
}

export class Builds {
  readonly #running = new Map<string, Build[]>();
  readonly #failures = new LruCache<Problem>(MOST_FAILURES);

  begin(name: HistoryName, events: number, folded: number): Build {
    const build = new Build(events, folded);
    const key = keyOf(name);
    this.#failures.delete(key);
    this.#running.set(key, [...(this.#running.get(key) ?? []), build]);
    return build;
  }

  /** `problem` null: it is there. */
  end(name: HistoryName, build: Build, problem: Problem | null): void {
    const key = keyOf(name);
    const others = (this.#running.get(key) ?? []).filter((other) => other !== build);
    if (others.length === 0) this.#running.delete(key);
    else this.#running.set(key, others);
    if (problem !== null) this.#failures.set(key, problem, 1);
  }

  /** Of those that build the same history up to other versions, the one that the others wait for. */
  of(name: HistoryName): BuildProgress | null {
    return this.#running.get(keyOf(name))?.[0] ?? null;
  }

  /** Why it was not built when that was last tried; null: it was, or was never tried. */
  failureOf(name: HistoryName): Problem | null {
    return this.#failures.get(keyOf(name)) ?? null;
  }
}

const keyOf = ({ history, knownVersion }: HistoryName): string => `${history} ${knownVersion}`;
