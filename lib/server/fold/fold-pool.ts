/**
 * Folds histories in worker threads: never in the server's event loop, and never with user code in this thread.
 *
 * Workers start with the first request. Requests for the same stream at the same head share one fold. A worker that dies is
 * an error of its own request alone; the next request gets a new one.
 */
import type { LoadedConfig } from '#config';
import type { Axis, ProjectionKind, Result, StoredEvent } from '#core';
import { FoldWorker } from './fold-worker.ts';
import type { Job, WorkerSettings } from './messages.ts';

export interface FoldPoolOptions {
  /** How many threads at most. */
  readonly workers?: number;
  /** Heap of one worker. */
  readonly memoryMb?: number;
  readonly eventLimitMs?: number;
}

export interface HistoryInput {
  /** The whole stream, ascending by version. */
  readonly events: readonly StoredEvent[];
  readonly namespace: string;
  readonly entityType: string;
  readonly kind: ProjectionKind;
  readonly axis: Axis;
}

export class FoldPool {
  readonly #config: LoadedConfig;
  readonly #workers: readonly FoldWorker[];
  readonly #underWay = new Map<string, Promise<Result<string>>>();

  constructor(
    config: LoadedConfig,
    { workers = 2, memoryMb = 1_024, eventLimitMs = 1_000 }: FoldPoolOptions = {},
  ) {
    this.#config = config;
    const settings: WorkerSettings = { bundlePath: config.bundlePath, configHash: config.hash, eventLimitMs };
    this.#workers = Array.from({ length: workers }, () => new FoldWorker(settings, memoryMb));
  }

  /**
   * The text of core's encodeHistory.
   *
   * CS-520: the worker ended. CS-521: it ran out of memory. CS-522: the kind is `reducer` and the configuration has none.
   */
  history({ events, namespace, entityType, kind, axis }: HistoryInput): Promise<Result<string>> {
    const job: Job = { kind: 'history', namespace, entityType, projection: kind, axis };
    return this.#shared(
      [job, events.length, events.at(-1)?.position.toString(), events.at(-1)?.leafHash],
      job,
      events,
    );
  }

  /** For each event the document after upcasting as exact JSON text, or null where no upcaster ran (or none could). */
  async upcast({
    events,
    namespace,
  }: Pick<HistoryInput, 'events' | 'namespace'>): Promise<readonly (string | null)[]> {
    if (events.length === 0 || !this.#config.upcastersOf(namespace)) return events.map(() => null);
    const answer = await this.#leastBusy().run({ kind: 'upcast', namespace }, events);
    return answer.ok ? (JSON.parse(answer.value) as readonly (string | null)[]) : events.map(() => null);
  }

  /** Requests under way are answered with CS-520. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  #shared(identity: readonly unknown[], job: Job, events: readonly StoredEvent[]): Promise<Result<string>> {
    const key = JSON.stringify(identity);
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const answer = this.#leastBusy()
      .run(job, events)
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, answer);
    return answer;
  }

  #leastBusy(): FoldWorker {
    const [first, ...others] = this.#workers;
    if (first === undefined) throw new Error('A fold pool needs at least one worker.');
    return others.reduce((best, worker) => (worker.waiting < best.waiting ? worker : best), first);
  }
}
