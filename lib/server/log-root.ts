/**
 * The RFC 6962 root of the log as its stored leaf hashes give it, kept up with the log: only what was appended since the last
 * question is read. It trusts the stored hashes; whether they still fit the events is what `verify` recomputes.
 */
import { hash } from 'node:crypto';
import { type MerkleRoot, merkleRoot } from '#core';
import type { Store } from '#store';

export interface LogRoot {
  /** Hex of 32 bytes. */
  readonly root: string;
  /** The root covers positions 1 to this one. */
  readonly upTo: bigint;
}

const PAGE = 20_000;
/** A very long log is caught up with over several questions, so that none of them waits for long. */
const BUDGET_MS = 1_000;

export class LogRootReader {
  readonly #tree: MerkleRoot = merkleRoot((bytes) => hash('sha256', bytes, 'buffer'));
  #upTo = 0n;
  #running: Promise<LogRoot> | null = null;

  constructor(private readonly store: Store) {}

  /** Concurrent questions share one reading. */
  read(): Promise<LogRoot> {
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #catchUp(): Promise<LogRoot> {
    const deadline = performance.now() + BUDGET_MS;
    for (;;) {
      const page = await this.store.leafHashesFrom(this.#upTo, PAGE);
      for (const leafHash of page) this.#tree.append(leafHash);
      this.#upTo += BigInt(page.length);
      if (page.length < PAGE || performance.now() > deadline) break;
    }
    return { root: Buffer.from(this.#tree.root()).toString('hex'), upTo: this.#upTo };
  }
}
