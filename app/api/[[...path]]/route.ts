import { answerProblem } from '../answer.ts';

/** Whatever no other route answers: programs are told so in their own language, not by the page for people. */
export async function GET(request: Request): Promise<Response> {
  return answerProblem(404, 'There is no such resource', {
    code: 'CS-512',
    message: `Nothing is served at ${new URL(request.url).pathname}. /api/v1/openapi.json lists what there is.`,
  });
}
