/** Where one event came right behind another: the streams and versions, the newest recorded first. */
import { ok, type Result } from '#core';
import type { ExamplesQuestion } from '#store';
import { encodeFoundPlace, type FollowExamplesAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { placedAnswer } from './placed-answer.ts';

/** CS-322: it took too long. */
export async function listFollowExamples(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: ExamplesQuestion,
): Promise<Result<FollowExamplesAnswer>> {
  const found = await unlessTooSlow(async () => ok(await store.catalogue.examples(question)));
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
