/** The page's side of the worker: questions go out, answers come back to whoever asked. */
import type { SegmentColumns } from '../timeline-columns.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Answered, AnswerTo, Question } from './question.ts';

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

interface Waiting {
  resolve(answer: Answered['answer']): void;
  reject(error: Error): void;
}

export class ReplayChannel {
  private readonly waiting = new Map<number, Waiting>();
  private readonly opened = new Map<string, (columns: SegmentColumns) => void>();
  private newest = 0;

  constructor(private readonly port: WorkerPort) {
    port.listen(
      (message) => this.receive(message),
      (reason) => this.fail(reason),
    );
  }

  open(
    history: { readonly key: string; readonly outline: string; readonly outlinePath: string },
    onColumns: (columns: SegmentColumns) => void,
  ): void {
    const { key, outline, outlinePath } = history;
    this.opened.set(key, onColumns);
    this.port.postMessage({ what: 'open', history: key, outline, outlinePath });
  }

  close(key: string): void {
    this.opened.delete(key);
    this.port.postMessage({ what: 'close', history: key });
  }

  /** Rejects with {@link NotWaitedFor}, or with the reason why there is no answer. */
  ask<Q extends Question>(history: string, question: Q): Promise<AnswerTo<Q>>;
  ask(history: string, question: Question): Promise<Answered['answer']> {
    this.newest += 1;
    const id = this.newest;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage({ what: 'ask', history, id, question });
    });
  }

  private fail(reason: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  private receive(message: FromWorker): void {
    if (message.what === 'columns') {
      this.opened.get(message.history)?.(message.columns);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.what === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(message.problem === null ? new NotWaitedFor() : new Error(message.problem));
  }
}
