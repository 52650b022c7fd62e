/** Asking the server for what it will have again once it is back. */

const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/** How long to wait before asking again, after so many tries: more and more seldom. */
export const untilNextTry = (tries: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);

/** Throws in words where no answer comes at all; an answer of any status is one. An abort stays what it is. */
export async function askServer(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Error('The server could not be reached.');
  }
}
