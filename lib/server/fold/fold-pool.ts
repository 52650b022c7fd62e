/**
 * Folds histories in worker threads: never in the server's event loop, and never with user code in this thread.
 *
 * Workers start with the first request. A worker that dies is an error of its own request alone; the next request gets a new one.
 */
import type { LoadedConfig } from '#config';
import type { Result, StoredEvent } from '#core';
import { type FoldedLines, FoldWorker, type SegmentsToFold } from './fold-worker.ts';
import type { WorkerSettings } from './messages.ts';

export interface FoldPoolOptions {
  /** How many threads at most. */
  readonly workers?: number;
  /** Heap of one worker. */
  readonly memoryMb?: number;
  readonly eventLimitMs?: number;
}

export class FoldPool {
  readonly #config: LoadedConfig;
  readonly #workers: readonly FoldWorker[];

  constructor(
    config: LoadedConfig,
    { workers = 2, memoryMb = 1_024, eventLimitMs = 1_000 }: FoldPoolOptions = {},
  ) {
    this.#config = config;
    const settings: WorkerSettings = { bundlePath: config.bundlePath, configHash: config.hash, eventLimitMs };
    this.#workers = Array.from({ length: workers }, () => new FoldWorker(settings, memoryMb));
  }

  /**
   * Hands out closed segments as they come, and answers with the open one as soon as all events are folded.
   *
   * CS-520: the worker ended. CS-521: it ran out of memory. CS-522: the kind is `reducer` and the configuration has none.
   */
  segments(what: SegmentsToFold): Promise<Result<FoldedLines>> {
    return this.#leastBusy().fold(what);
  }

  /** For each event the document after upcasting as exact JSON text, or null where no upcaster ran (or none could). */
  async upcast({
    events,
    namespace,
  }: {
    readonly events: readonly StoredEvent[];
    readonly namespace: string;
  }): Promise<readonly (string | null)[]> {
    if (events.length === 0 || !this.#config.upcastersOf(namespace)) return events.map(() => null);
    const answer = await this.#leastBusy().upcast(namespace, events);
    return answer.ok ? answer.value : events.map(() => null);
  }

  /** Requests under way are answered with CS-520. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  #leastBusy(): FoldWorker {
    const [first, ...others] = this.#workers;
    if (first === undefined) throw new Error('A fold pool needs at least one worker.');
    return others.reduce((best, worker) => (worker.waiting < best.waiting ? worker : best), first);
  }
}
