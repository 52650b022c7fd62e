/** One worker thread and the queue in front of it. Started with its first job; it never keeps an idle process alive. */
import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Problem, type Result, type StoredEvent } from '#core';
import { locateWorker } from './locate-worker.ts';
import type { FoldedSegment, FromWorker, SegmentJob, ToWorker, WorkerSettings } from './messages.ts';

/** Copying this many events to the thread takes a few milliseconds. */
const CHUNK = 500;

export interface SegmentsToFold {
  readonly job: SegmentJob;
  /** In the order of the axis, page by page. */
  readonly pages: AsyncIterable<readonly StoredEvent[]>;
  /** Closed segments as they come; the next events wait until it is done. */
  onClosed(segment: FoldedSegment): Promise<void>;
}

export class FoldWorker {
  /** Jobs under way or in the queue. */
  waiting = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #thread: Worker | null = null;
  #closed = false;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly memoryMb: number,
  ) {}

  /** The open segment at the end, or null where the last event closed one. One job after the other, in the order they came. */
  fold({ job, pages, onClosed }: SegmentsToFold): Promise<Result<FoldedSegment | null>> {
    return this.#enqueue(async (ask) => {
      const begun = await ask({ what: 'fold', job });
      if (!begun.ok) return begun;
      for await (const page of pages) {
        for (let from = 0; from < page.length; from += CHUNK) {
          const answer = await ask({ what: 'events', events: page.slice(from, from + CHUNK) });
          if (!answer.ok) return answer;
          for (const segment of 'closed' in answer ? answer.closed : []) await onClosed(segment);
          await breath();
        }
      }
      const ended = await ask({ what: 'end' });
      return ended.ok ? ok('tail' in ended ? ended.tail : null) : ended;
    });
  }

  upcast(namespace: string, events: readonly StoredEvent[]): Promise<Result<readonly (string | null)[]>> {
    return this.#enqueue(async (ask) => {
      const answer = await ask({ what: 'upcast', namespace, events });
      return answer.ok ? ok('upcast' in answer ? answer.upcast : []) : answer;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.terminate();
  }

  #enqueue<T>(
    work: (ask: (message: ToWorker) => Promise<FromWorker>) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    this.waiting += 1;
    const answer = this.#queue
      .then(() => this.#runNow(work))
      .finally(() => {
        this.waiting -= 1;
      });
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async #runNow<T>(
    work: (ask: (message: ToWorker) => Promise<FromWorker>) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (this.#closed) return workerEnded('the application is closing');
    const thread = this.#thread ?? (await this.#start());
    thread.ref();
    try {
      return await work((message) => asked(thread, message));
    } finally {
      thread.unref();
    }
  }

  async #start(): Promise<Worker> {
    const thread = new Worker(await locateWorker(), {
      workerData: this.settings,
      resourceLimits: { maxOldGenerationSizeMb: this.memoryMb },
      env: {},
      execArgv: [],
    });
    const forget = (): void => {
      if (this.#thread === thread) this.#thread = null;
    };
    thread.once('error', forget).once('exit', forget);
    this.#thread = thread;
    return thread;
  }
}

/** Whatever comes first: the answer, or the end of the thread. */
function asked(thread: Worker, message: ToWorker): Promise<FromWorker> {
  return new Promise((resolve) => {
    const settle = (answer: FromWorker): void => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (answer: FromWorker): void => settle(answer);
    const onError = (error: Error): void => settle(problemOf(error));
    const onExit = (): void => settle(workerEnded('its thread was stopped'));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(message);
  });
}

type Failure = { readonly ok: false; readonly error: Problem };

function problemOf(error: Error): Failure {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return fail(
      'CS-521',
      'Folding this history ran out of memory. The stream or its state is too large for one fold.',
    );
  }
  return workerEnded(error.message);
}

function workerEnded(why: string): Failure {
  return fail('CS-520', `The fold worker ended before it answered: ${why}.`);
}
