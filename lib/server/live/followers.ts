/** Who follows the whole store just now: what they are told goes before what nobody waits for. */
export class Followers {
  #count = 0;
  #awaiting = 0;

  get areThere(): boolean {
    return this.#count > 0;
  }

  /** Whether any of them is told when the read models have come on, and not out of the log. */
  get awaitModels(): boolean {
    return this.#awaiting > 0;
  }

  /** Gives the way to leave, which counts once. */
  join(awaited: 'log' | 'models'): () => void {
    const awaiting = awaited === 'models' ? 1 : 0;
    this.#count += 1;
    this.#awaiting += awaiting;
    let isThere = true;
    return () => {
      if (!isThere) return;
      isThere = false;
      this.#count -= 1;
      this.#awaiting -= awaiting;
    };
  }
}

declare global {
  var chronoscopeFollowers: Followers | undefined;
}

/**
 * Of this process: those who are answered by pages and routes are followed by Next's copy of this module, and whoever keeps the read models has
 * another one.
 */
export function followersOfProcess(): Followers {
  globalThis.chronoscopeFollowers ??= new Followers();
  return globalThis.chronoscopeFollowers;
}
