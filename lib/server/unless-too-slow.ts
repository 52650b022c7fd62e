/** A question that the database may take too long over, which is then said in words (CS-322) and no error of this program. */
import { fail, type Result } from '#core';
import { databaseProblem } from '#store';

export async function unlessTooSlow<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask();
  } catch (error) {
    const problem = databaseProblem(error);
    if (problem?.code !== 'CS-322') throw error;
    return fail(problem.code, problem.message);
  }
}
