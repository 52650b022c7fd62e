/** Where one event came right behind another: the streams and versions, the newest recorded first. */
import { ok, type Result } from '#core';
import type { ExamplesQuestion } from '#store';
import { encodeFoundPlace, type FollowExamplesAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { type AsOfAsked, readCatalogueMoment } from './catalogue-moment.ts';
import { placedAnswer } from './placed-answer.ts';

/** CS-110, CS-112: the moment is none that the catalogue can stand at. CS-322: it took too long. */
export async function listFollowExamples(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: Omit<ExamplesQuestion, 'asOf'> & AsOfAsked,
): Promise<Result<FollowExamplesAnswer>> {
  const moment = readCatalogueMoment(question);
  if (!moment.ok) return moment;
  const asked = { ...question, asOf: moment.value };
  const found = await unlessTooSlow(async () => ok(await store.catalogue.examples(asked)));
  if (!found.ok) return found;
  const { events, isMore } = found.value;
  const last = events.at(-1);
  return ok({
    events: events.map((event) => ({
      ...placedAnswer(event),
      gap: event.gap === null ? null : Number(event.gap),
    })),
    next:
      isMore && last !== undefined
        ? encodeFoundPlace({ at: last.recordedAt, position: last.position })
        : null,
  });
}
