/**
 * Whose turn it is to build a history: one at a time, among all processes of a store. Whoever waits finds afterwards what the other
 * kept, and need not build it again.
 *
 * The lock is PostgreSQL's (advisory, of a session), on a connection of its own, so that the lock of a process that was killed goes with
 * it, and long builds leave the pool to others. It saves work and guards nothing: where it cannot be had, or not for too long, the history
 * is built all the same, to the same bytes.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { HistoryName } from './segments.ts';

export interface BuildTurn {
  /** Somebody else had it before. */
  readonly waited: boolean;
  /** Lets the next one go on. */
  over(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 5_000;
const AGAIN_MS = 200;
/** A million events take tens of seconds. Whoever has it for longer may have been stopped in the middle. */
const LONGEST_MS = 300_000;

export class BuildTurns {
  readonly #open = new Set<pg.Client>();
  readonly #closed = new AbortController();

  constructor(
    private readonly url: string,
    private readonly longestMs = LONGEST_MS,
  ) {}

  /** Never rejects. `onReach` is told how far the other is, as far as the store has it. */
  async take(name: HistoryName, onReach: (event: number) => void): Promise<BuildTurn> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'chronoscope builder',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      keepAlive: true,
    });
    // Without a listener, a server that stops would end this process.
    client.on('error', () => undefined);
    this.#open.add(client);
    const over = async (): Promise<void> => {
      this.#open.delete(client);
      await client.end().catch(() => undefined);
    };
    let waited = false;
    try {
      await client.connect();
      const until = performance.now() + this.longestMs;
      while (!(await locked(client, name))) {
        if (performance.now() >= until) break;
        waited = true;
        onReach(await reached(client, name));
        await pause(AGAIN_MS, undefined, { signal: this.#closed.signal, ref: false });
      }
    } catch {
      await over();
    }
    return { waited, over };
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([...this.#open].map((client) => client.end().catch(() => undefined)));
    this.#open.clear();
  }
}

async function locked(client: pg.Client, name: HistoryName): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    lockOf(name),
  ]);
  return rows[0]?.locked === true;
}

async function reached(client: pg.Client, { history, knownVersion }: HistoryName): Promise<number> {
  const { rows } = await client.query<{ last: number | null }>(
    'SELECT max(last) AS last FROM history_segment WHERE history = $1 AND known_version = $2',
    [history, knownVersion],
  );
  return rows[0]?.last ?? 0;
}

/** Advisory locks have numbers of 64 bits. */
function lockOf({ history, knownVersion }: HistoryName): string {
  const digest = createHash('sha256').update(`chronoscope build ${history} ${knownVersion}`).digest();
  return String(digest.readBigInt64BE(0));
}
