/**
 * Coalesces concurrent requests: while one transaction runs, the others gather and go in together in the next.
 *
 * A request that is refused fails alone (see placement.ts). Should a whole transaction fail for a fault that is not the
 * database's (see failure.ts), each of its requests is tried again by itself, so that one cannot take others down.
 */
import type { Pool } from 'pg';
import { LIMITS, type Problem } from '#core';
import { appendLocked, inAppendTransaction } from './append-transaction.ts';
import { databaseProblem } from './failure.ts';
import type { PreparedRequest } from './prepared-item.ts';
import { type FreeBytes, roomProblem } from './room.ts';
import type { AppendOutcome } from './store.ts';

interface Waiting {
  readonly request: PreparedRequest;
  readonly resolve: (outcomes: readonly AppendOutcome[] | Problem) => void;
  readonly reject: (error: unknown) => void;
}

export class AppendQueue {
  readonly #pool: Pool;
  readonly #freeBytes: FreeBytes;
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(pool: Pool, freeBytes: FreeBytes) {
    this.#pool = pool;
    this.#freeBytes = freeBytes;
  }

  /** The outcomes in the order of the items, or the problem of the database. */
  append(request: PreparedRequest): Promise<readonly AppendOutcome[] | Problem> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#appendGroup(this.#nextGroup());
    this.#running = false;
  }

  #nextGroup(): Waiting[] {
    let events = 0;
    let length = 0;
    for (const { request } of this.#waiting) {
      events += request.items.length;
      if (length > 0 && events > LIMITS.batchEvents) break;
      length += 1;
    }
    return this.#waiting.splice(0, length);
  }

  async #appendGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const full = roomProblem(await this.#freeBytes());
      if (full !== null) {
        for (const { resolve } of group) resolve(full);
        return;
      }
      const outcomes = await inAppendTransaction(this.#pool, async (client, added) => {
        const value = await appendLocked(
          client,
          group.map(({ request }) => request),
          added,
        );
        return { keep: true, value };
      });
      group.forEach(({ resolve }, nth) => {
        resolve(outcomes[nth] ?? []);
      });
    } catch (error) {
      const problem = databaseProblem(error);
      if (problem === null && group.length > 1) {
        for (const waiting of group) await this.#appendGroup([waiting]);
        return;
      }
      for (const { resolve, reject } of group) problem === null ? reject(error) : resolve(problem);
    }
  }
}
