/** One worker thread and the queue in front of it. Started with its first job; it never keeps an idle process alive. */
import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { fail, type Result, type StoredEvent } from '#core';
import { locateWorker } from './locate-worker.ts';
import type { FromWorker, Job, ToWorker, WorkerSettings } from './messages.ts';

/** Copying this many events to the thread takes a few milliseconds. */
const CHUNK = 500;

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

  /** One job after the other, in the order they came. */
  run(job: Job, events: readonly StoredEvent[]): Promise<Result<string>> {
    this.waiting += 1;
    const answer = this.#queue
      .then(() => this.#runNow(job, events))
      .finally(() => {
        this.waiting -= 1;
      });
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.terminate();
  }

  async #runNow(job: Job, events: readonly StoredEvent[]): Promise<Result<string>> {
    if (this.#closed) return workerEnded('the application is closing');
    const thread = this.#thread ?? (await this.#start());
    thread.ref();
    const answer = answerOf(thread);
    for (let from = 0; from < events.length; from += CHUNK) {
      send(thread, { what: 'events', events: events.slice(from, from + CHUNK) });
      await breath();
    }
    send(thread, { what: 'run', job });
    const answered = await answer;
    thread.unref();
    return answered;
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

function send(thread: Worker, message: ToWorker): void {
  thread.postMessage(message);
}

/** Whatever comes first: the answer, or the end of the thread. */
function answerOf(thread: Worker): Promise<Result<string>> {
  return new Promise((resolve) => {
    const settle = (result: Result<string>): void => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(result);
    };
    const onMessage = (message: FromWorker): void => settle(message);
    const onError = (error: Error): void => settle(problemOf(error));
    const onExit = (): void => settle(workerEnded('its thread was stopped'));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function problemOf(error: Error): Result<string> {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return fail(
      'CS-521',
      'Folding this history ran out of memory. The stream or its state is too large for one fold.',
    );
  }
  return workerEnded(error.message);
}

function workerEnded(why: string): Result<string> {
  return fail('CS-520', `The fold worker ended before it answered: ${why}.`);
}
