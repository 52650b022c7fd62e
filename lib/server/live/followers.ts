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
