/** One worker thread and the queue in front of it. Started with its first job; it never keeps an idle process alive. */
import { Worker } from 'node:worker_threads';
import { fail, ok, type Problem, type Result, type StoredEvent } from '#core';
import type { ChangeSink, FoldedChanges } from '#store';
import { EagerLines } from './eager-lines.ts';
import { FoldedRows } from './folded-rows.ts';
import { locateWorker } from './locate-worker.ts';
import type {
  ChangingStream,
  EventUpcast,
  FoldedOutline,
  FoldedSegment,
  FromWorker,
  SegmentJob,
  ToWorker,
  WorkerSettings,
} from './messages.ts';

/** What closed waits to be encoded, so the default has it copied around for nothing. */
const YOUNG_MB = 128;

export interface SegmentsToFold {
  readonly job: SegmentJob;
  /** Whole lines of events (see the store's event lines), in the order of the axis. Their memory is handed over. */
  readonly lines: AsyncIterable<Uint8Array>;
  /** Closed segments as they come, from the first on; the next waits until it is done. */
  onClosed(segment: FoldedSegment): Promise<void>;
  /** Told after every chunk of lines how many more events are folded. */
  onAdded?(events: number): void;
}

export interface FoldedLines {
  /** null: the last event closed its segment. */
  readonly tail: FoldedSegment | null;
  /** Closed segments that `onClosed` is told of only now, ascending. */
  readonly behind: readonly FoldedOutline[];
  /** When `onClosed` was told of all. Rejects with what onClosed throws. */
  readonly settled: Promise<Result<void>>;
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

  /** Answers when all events are folded. One job after the other, in the order they came. */
  fold(what: SegmentsToFold): Promise<Result<FoldedLines>> {
    return new Promise((resolve, reject) => {
      const whole = this.#enqueue<void>(async (ask) => {
        const folded = await foldedBy(ask, what);
        if (!folded.ok) return folded;
        const settled = written(ask, what.onClosed, folded.value.behind.length);
        // Whoever waits for it is told; nobody has to.
        settled.catch(() => undefined);
        resolve(ok({ ...folded.value, settled }));
        return settled;
      });
      whole.then((result) => (result.ok ? undefined : resolve(result)), reject);
    });
  }

  upcast(
    namespace: string,
    events: readonly StoredEvent[],
  ): Promise<Result<readonly (EventUpcast | null)[]>> {
    return this.#enqueue(async (ask) => {
      const answer = await ask({ what: 'upcast', namespace, events });
      return answer.ok ? ok('upcast' in answer ? answer.upcast : []) : answer;
    });
  }

  /** `lines`: each begins with the id of its stream, and those of a stream ascend by version. */
  changes(
    streams: readonly ChangingStream[],
    lines: AsyncIterable<Uint8Array>,
    sink: ChangeSink,
  ): Promise<Result<FoldedChanges>> {
    return this.#enqueue(async (ask) => {
      const begun = await ask({ what: 'changes', streams });
      if (!begun.ok) return begun;
      const writer = new FoldedRows(ask, sink);
      try {
        return await changedBy(ask, new EagerLines(lines), writer);
      } finally {
        await writer.settled();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.terminate();
  }

  #enqueue<T>(work: (ask: Ask) => Promise<Result<T>>): Promise<Result<T>> {
    this.waiting += 1;
    const answer = this.#queue
      .then(() => this.#runNow(work))
      .finally(() => {
        this.waiting -= 1;
      });
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async #runNow<T>(work: (ask: Ask) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#closed) return workerEnded('the application is closing');
    const thread = this.#thread ?? (await this.#start());
    thread.ref();
    try {
      // One that ended between two questions would never answer.
      return await work(async (message) =>
        this.#thread === thread ? asked(thread, message) : workerEnded('its thread was stopped'),
      );
    } finally {
      thread.unref();
    }
  }

  async #start(): Promise<Worker> {
    const thread = new Worker(await locateWorker(), {
      workerData: this.settings,
      resourceLimits: { maxOldGenerationSizeMb: this.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
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

type Ask = (message: ToWorker) => Promise<FromWorker>;

/** So many bytes of rows are written at once, while the thread folds on. */
const ROWS_AT_ONCE = 524_288;

async function changedBy(ask: Ask, lines: EagerLines, writer: FoldedRows): Promise<Result<FoldedChanges>> {
  for (;;) {
    const chunk = await lines.next();
    if (chunk === null) break;
    const added = await ask({ what: 'changingLines', lines: chunk });
    if (!added.ok) return added;
    if (!('rowBytes' in added)) throw new Error('The fold worker answered another question.');
    if (!lines.areRead || added.rowBytes < ROWS_AT_ONCE) continue;
    const written = await writer.write();
    if (!written.ok) return written;
  }
  const written = await writer.write();
  if (!written.ok) return written;
  const folded = await ask({ what: 'changed' });
  if (!folded.ok) return folded;
  if (!('changes' in folded)) throw new Error('The fold worker answered another question.');
  return ok(folded.changes);
}

async function foldedBy(
  ask: Ask,
  { job, lines, onClosed, onAdded }: SegmentsToFold,
): Promise<Result<Pick<FoldedLines, 'tail' | 'behind'>>> {
  const chunks = lines[Symbol.asyncIterator]();
  try {
    // Read while the thread makes itself ready, and then while it folds the one before.
    let coming = ahead(chunks);
    const begun = await ask({ what: 'fold', job });
    if (!begun.ok) return begun;
    for (;;) {
      const { done, value } = await coming;
      if (done === true) break;
      coming = ahead(chunks);
      const answer = await ask({ what: 'lines', lines: value });
      if (!answer.ok) return answer;
      if (!('closed' in answer)) continue;
      onAdded?.(answer.added ?? 0);
      for (const segment of answer.closed) await onClosed(segment);
    }
    const ended = await ask({ what: 'end' });
    if (!ended.ok) return ended;
    return ok('tail' in ended ? { tail: ended.tail, behind: ended.behind } : { tail: null, behind: [] });
  } finally {
    await chunks.return?.();
  }
}

/** Where nobody takes the chunk that is on its way, its failure is nobody's either. */
function ahead(chunks: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  const next = chunks.next();
  next.catch(() => undefined);
  return next;
}

async function written(ask: Ask, onClosed: SegmentsToFold['onClosed'], count: number): Promise<Result<void>> {
  // Once more than there are, so that the thread lets go of what it folded.
  for (let nth = 0; nth <= count; nth += 1) {
    const answer = await ask({ what: 'behind' });
    if (!answer.ok) return answer;
    for (const segment of 'closed' in answer ? answer.closed : []) await onClosed(segment);
  }
  return ok(undefined);
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
    thread.postMessage(message, 'lines' in message ? [message.lines.buffer as ArrayBuffer] : []);
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
