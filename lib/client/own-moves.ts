/**
 * Which of the moments that the address comes to show are our own doing. Several may be on their way at once, and are shown in the order in
 * which they were written; those that another overtook are never shown.
 */
export class OwnMoves {
  #coming: string[] = [];

  wrote(at: string): void {
    this.#coming.push(at);
  }

  /** false: something else moved the address, and what was on its way is not waited for any more. */
  arrived(at: string | null): boolean {
    const place = at === null ? -1 : this.#coming.indexOf(at);
    this.#coming = place < 0 ? [] : this.#coming.slice(place + 1);
    return place >= 0;
  }
}
