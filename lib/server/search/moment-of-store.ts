/** A moment of the whole store, as it is written. */
import { fail, formatInstant, ok, parseMoment, type Result } from '#core';
import type { EntityMoment } from '#store';
import type { App } from '../app.ts';

/** CS-110: it cannot be read. CS-111: it is beyond the head. CS-112: a version means nothing across streams. */
export async function momentOfStore(
  { store }: Pick<App, 'store'>,
  text: string,
): Promise<Result<EntityMoment>> {
  const moment = parseMoment(text, 'store');
  if (!moment.ok) return moment;
  const { value } = moment;
  if (value.kind === 'instant') return ok({ at: 'instant', instant: value.at });
  if (value.kind === 'latest') return ok({ at: 'head' });
  if (value.kind === 'version') {
    return fail(
      'CS-112',
      `A version belongs to one stream; say an instant or a position (@81204) instead of "${text}".`,
    );
  }
  const head = await store.readModels.head();
  return value.position > head
    ? fail('CS-111', `Position @${value.position} is beyond the head of the log, @${head}.`)
    : ok({ at: 'position', position: value.position });
}

export function momentText(moment: EntityMoment): string {
  if (moment.at === 'head') return 'latest';
  return moment.at === 'instant' ? formatInstant(moment.instant) : `@${moment.position}`;
}
