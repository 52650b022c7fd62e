/** A route handler that always answers with words: what fails unforeseen is problem+json, never an empty page. */
import { readHealth, serverApp } from '#server';
import { answerProblem } from './answer.ts';

type Handler<Route> = (request: Request, route: Route) => Promise<Response>;

/** 503 while the database is away (it is started again, so asking again helps), 500 otherwise. The failure itself is logged. */
export function answered<Route>(handler: Handler<Route>): Handler<Route> {
  return (request, route) =>
    handler(request, route).catch(async (error: unknown) => {
      console.error(error);
      if (await databaseAnswers()) {
        return answerProblem(500, 'The question could not be answered', {
          code: 'CS-500',
          message: 'Something failed that should not. The log of the server says what.',
        });
      }
      const response = answerProblem(503, 'The database does not answer', {
        code: 'CS-504',
        message: 'The database does not answer right now. Ask again in a moment.',
      });
      response.headers.set('retry-after', '1');
      return response;
    });
}

async function databaseAnswers(): Promise<boolean> {
  try {
    const { viewer, app } = await serverApp();
    return (await readHealth(viewer, app)).ok;
  } catch {
    return false;
  }
}
