/** A question that the database may take too long over, which is then said in words (CS-322), with what to do, and no error of this program. */
import { fail, type Result } from '#core';
import { databaseProblem } from '#store';

export async function unlessTooSlow<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    const problem = databaseProblem(error);
    if (problem?.code !== 'CS-322') throw error;
    return fail(problem.code, GIVEN_UP);
  }
}

const GIVEN_UP =
  'This took longer than a question may, and was given up, so that the server stays there for others. Ask for less at once: for times, for a type of events or of entities, or for an actor.';
