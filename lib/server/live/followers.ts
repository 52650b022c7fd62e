/** Who follows the whole store just now: what they are told goes before what nobody waits for. */
export class Followers {
  #count = 0;

  get areThere(): boolean {
    return this.#count > 0;
  }

  /** Gives the way to leave, which counts once. */
  join(): () => void {
    this.#count += 1;
    let isThere = true;
    return () => {
      if (isThere) this.#count -= 1;
      isThere = false;
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
