import { readSegment, serverApp } from '#server';
import { answerForEver, answerProblem } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

interface SegmentRoute {
  readonly params: Promise<{ readonly hash: string }>;
}

/** The segment with this hash. It never changes, so whoever has it need not ask again. */
export const GET = answered(async (_request: Request, route: SegmentRoute): Promise<Response> => {
  const { hash } = await route.params;
  const { viewer, app } = await serverApp();
  const gzipped = await readSegment(viewer, app, hash);
  return gzipped.ok ? answerForEver(gzipped.value) : answerProblem(404, 'No such segment', gzipped.error);
});
