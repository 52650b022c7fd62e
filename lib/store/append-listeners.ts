/**
 * Those who want to know of appends, over one connection for all of them: it is opened with the first, closed with the last or with
 * the store, and made anew when it breaks.
 *
 * A notification says which streams it is worth looking at, at most. Those that came while nobody was connected are lost, so everyone
 * looks again after each connecting.
 */
import { ListenConnection, type Look } from './listen-connection.ts';

export class AppendListeners {
  readonly #url: string;
  /** By a key of its own, so that a function which was added twice is called twice and can be taken away once. */
  readonly #listeners = new Map<symbol, Look>();
  readonly #ending = new Set<Promise<void>>();
  #connection: ListenConnection | null = null;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  add(listener: Look): () => void {
    if (this.#closed) return () => undefined;
    const key = Symbol('listener');
    this.#listeners.set(key, listener);
    this.#connection ??= new ListenConnection(this.#url, (streams) => this.#tellAll(streams));
    return () => {
      if (this.#listeners.delete(key) && this.#listeners.size === 0) this.#disconnect();
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    this.#disconnect();
    await Promise.all(this.#ending);
  }

  #tellAll(streams: Parameters<Look>[0]): void {
    for (const listener of [...this.#listeners.values()]) listener(streams);
  }

  #disconnect(): void {
    const ending = this.#connection?.close();
    this.#connection = null;
    if (ending === undefined) return;
    this.#ending.add(ending);
    void ending.then(() => this.#ending.delete(ending));
  }
}
