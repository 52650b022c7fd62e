/** A connection of its own that listens for appends for as long as it is wanted, however often PostgreSQL goes away. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { LISTEN, streamsIn } from './append-notice.ts';

const CONNECT_TIMEOUT_MS = 10_000;
/** A server that is being started again is there within a second or two; one that stays away is not asked more often. */
const AGAIN_MS = [100, 250, 500, 1_000, 2_000] as const;

/** Which streams may have new events; null: any. */
export type Look = (streams: ReadonlySet<bigint> | null) => void;

export class ListenConnection {
  readonly #url: string;
  readonly #look: Look;
  readonly #unwanted = new AbortController();
  readonly #running: Promise<void>;

  /** `look` is called once it listens (null: anywhere), and after everything that was heard. */
  constructor(url: string, look: Look) {
    this.#url = url;
    this.#look = look;
    this.#running = this.#run();
  }

  /** Nothing is heard from here on, also not while the connection is still being closed. */
  close(): Promise<void> {
    this.#unwanted.abort();
    return this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#unwanted.signal.aborted) {
      const listened = await this.#listenUntilLost();
      failures = listened ? 0 : failures + 1;
      const again = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)];
      // Aborted: then the loop ends.
      await pause(again, undefined, { signal: this.#unwanted.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Answers whether it ever listened. */
  async #listenUntilLost(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'chronoscope listener',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // A connection that says nothing for hours is otherwise dropped by what lies between, without a word to either end.
      keepAlive: true,
    });
    let leave = (): void => undefined;
    const lost = new Promise<void>((resolve) => {
      leave = resolve;
    });
    client.once('end', leave);
    // Without a listener, a server that stops would end this process.
    client.on('error', leave);
    const unwanted = this.#unwanted.signal;
    client.on('notification', ({ payload }) => {
      if (!unwanted.aborted) this.#look(streamsIn(payload));
    });
    unwanted.addEventListener('abort', leave, { once: true });
    try {
      await client.connect();
      await client.query(LISTEN);
      if (!unwanted.aborted) this.#look(null);
      if (!unwanted.aborted) await lost;
      return true;
    } catch {
      return false;
    } finally {
      unwanted.removeEventListener('abort', leave);
      await client.end().catch(() => undefined);
    }
  }
}
