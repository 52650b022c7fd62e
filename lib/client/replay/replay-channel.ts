/** The page's side of the worker: questions go out, answers come back to whoever asked. */
import type { SegmentColumns } from '../timeline-columns.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Answered, AnswerTo, Progress, Question } from './question.ts';

export interface WorkerPort {
  postMessage(message: ToWorker): void;
  /** `onFailure`: the worker cannot be begun or has ended. */
  listen(onMessage: (message: FromWorker) => void, onFailure: (reason: string) => void): void;
}

/** Not an error: the playhead has moved on, or the page has, and nobody waits for the answer. */
export class NotWaitedFor extends Error {
  constructor() {
    super('Nobody waits for this answer any more.');
  }
}

/** One history as the worker has it; other openings of the same history are others. */
export interface OpenHistory {
  /** Rejects with {@link NotWaitedFor}, or with the reason why there is no answer. */
  ask<Q extends Question>(question: Q, onProgress?: (progress: Progress) => void): Promise<AnswerTo<Q>>;
  close(): void;
  /** The worker has ended; another channel has to be found. */
  readonly isLost: boolean;
}

interface Waiting {
  resolve(answer: Answered['answer']): void;
  progress(progress: Progress): void;
  reject(error: Error): void;
}

export class ReplayChannel {
  private readonly waiting = new Map<number, Waiting>();
  private readonly opened = new Map<number, (columns: SegmentColumns) => void>();
  private newest = 0;
  /** Why the worker has ended; null while it has not. */
  private lost: string | null = null;

  constructor(private readonly port: WorkerPort) {
    port.listen(
      (message) => this.receive(message),
      (reason) => this.fail(reason),
    );
  }

  get isLost(): boolean {
    return this.lost !== null;
  }

  open(
    { outline, outlinePath }: { readonly outline: string; readonly outlinePath: string },
    onColumns: (columns: SegmentColumns) => void,
  ): OpenHistory {
    this.newest += 1;
    const history = this.newest;
    this.opened.set(history, onColumns);
    this.port.postMessage({ what: 'open', history, outline, outlinePath });
    const isLost = () => this.isLost;
    return {
      ask: (question, onProgress) => this.ask(history, question, onProgress),
      close: () => {
        this.opened.delete(history);
        this.port.postMessage({ what: 'close', history });
      },
      get isLost() {
        return isLost();
      },
    };
  }

  private ask<Q extends Question>(
    history: number,
    question: Q,
    onProgress?: (progress: Progress) => void,
  ): Promise<AnswerTo<Q>>;
  private ask(
    history: number,
    question: Question,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<Answered['answer']> {
    if (this.lost !== null) return Promise.reject(new Error(this.lost));
    this.newest += 1;
    const id = this.newest;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, progress: onProgress });
      this.port.postMessage({ what: 'ask', history, id, question });
    });
  }

  private fail(reason: string): void {
    this.lost = reason;
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  private receive(message: FromWorker): void {
    if (message.what === 'columns') {
      this.opened.get(message.history)?.(message.columns);
      return;
    }
    const waiting = this.waiting.get(message.id);
    if (message.what === 'progress') {
      waiting?.progress(message.progress);
      return;
    }
    this.waiting.delete(message.id);
    if (message.what === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(message.problem === null ? new NotWaitedFor() : new Error(message.problem));
  }
}
