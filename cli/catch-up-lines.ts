/** Brings the read models of the whole store up to the log, and says how far that is where it takes a while. */
import { type App, ChangesNotFolded, catchUp, databaseProblem, type Viewer } from '#server';
import { say } from './output.ts';

const EVERY_MS = 2_000;

/**
 * What keeps them back is said and hurts no event: the next command or the app goes on from there. `fromTheFirst`: it is what was asked for, so that
 * the first step is told as well, however short it takes.
 */
export async function catchUpInWords(viewer: Viewer, app: App, fromTheFirst = false): Promise<void> {
  let said = fromTheFirst ? 0 : Date.now();
  const tell = (reached: bigint, head: bigint): void => {
    if (Date.now() - said < EVERY_MS) return;
    said = Date.now();
    say(`Searchable up to event ${reached} of ${head} …`);
  };
  try {
    await catchUp(viewer, app, tell);
  } catch (error) {
    const problem = error instanceof ChangesNotFolded ? error.problem : databaseProblem(error);
    if (problem === null) throw error;
    say(`The log is whole, but searches stay behind. ${problem.code}: ${problem.message}`);
  }
}
