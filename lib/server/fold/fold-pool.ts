/**
 * Folds histories in worker threads: never in the server's event loop, and never with user code in this thread.
 *
 * Workers start with the first request. A worker that dies is an error of its own request alone; the next request gets a new one.
 */
import type { LoadedConfig } from '#config';
import type { Result, StoredEvent } from '#core';
import type { ChangeFolding } from '#store';
import { type FoldedLines, FoldWorker, type SegmentsToFold } from './fold-worker.ts';
import type { EventUpcast, WorkerSettings } from './messages.ts';

/** Of states that are open at the same time, in UTF-16 units. */
const MOST_KNOWN = 16 * 1_048_576;

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

  /** What the upcasters made of each event, or null where none reads it. A thread that ended is a problem of those that one reads. */
  async upcast({
    events,
    namespace,
  }: {
    readonly events: readonly StoredEvent[];
    readonly namespace: string;
  }): Promise<readonly (EventUpcast | null)[]> {
    const steps = this.#config.stepsOf(namespace);
    const isRead = ({ type, schemaVersion }: StoredEvent): boolean =>
      steps.some((step) => step.type === type && step.from === schemaVersion);
    const read = events.filter(isRead);
    if (read.length === 0) return events.map(() => null);
    const answer = await this.#leastBusy().upcast(namespace, read);
    const upcasts = new Map(
      read.map((event, index) => [
        event,
        answer.ok ? (answer.value[index] ?? null) : { problem: answer.error.message },
      ]),
    );
    return events.map((event) => upcasts.get(event) ?? null);
  }

  /** What the new events of some streams changed (see the store's change-model.ts). CS-520, CS-521 as above. */
  readonly changes: ChangeFolding = (streams, lines, sink) => {
    const folded = streams.map(({ registered, ...stream }) => {
      const { namespace, entityType } = stream;
      return {
        ...stream,
        // The configuration wins over what the first import registered.
        projection: this.#config.kindOf(namespace, entityType) ?? registered ?? 'replace',
        keys: this.#config.keysOf(namespace, entityType),
        upcasts: this.#config.upcastersOf(namespace),
      };
    });
    const runsUserCode = folded.some(({ projection, upcasts }) => projection === 'reducer' || upcasts);
    const known = streams.reduce((size, { leaves }) => size + (leaves?.length ?? 0), 0);
    const asked = lines({
      members: runsUserCode ? 'all' : 'plain',
      // Code of users' is given the events of a stream as many at a time as there are; and of large states only one is to be open at a time.
      order: runsUserCode || known > MOST_KNOWN ? 'stream' : 'position',
    });
    return this.#leastBusy().changes(folded, asked, sink);
  };

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
