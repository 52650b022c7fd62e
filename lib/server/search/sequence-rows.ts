/** Starts as people read them: which events they took, and when. */
import { formatInstant, type Sequence, type SequenceStage } from '#core';
import type { FoundEvent } from '#store';
import type { SequenceEventAnswer, SequenceMatchAnswer } from '#wire';
import type { App } from '../app.ts';
import type { PlacedStart } from './newest-starts.ts';

export async function sequenceRows(
  { store }: Pick<App, 'store'>,
  { on }: Pick<Sequence, 'on'>,
  stages: readonly SequenceStage[],
  starts: readonly PlacedStart[],
): Promise<readonly SequenceMatchAnswer[]> {
  const wanted = [...new Set(starts.flatMap(({ positions, firsts }) => [...positions, ...firsts]))];
  const events = new Map((await store.foundAt(wanted)).map((event) => [event.position, event]));
  const eventAt = (position: bigint): Omit<FoundEvent, 'content'> => {
    const event = events.get(position);
    if (event === undefined) throw new Error(`The event at ${position} was found, and is not there.`);
    return event;
  };
  const clock = (position: bigint) => {
    const { recordedAt, occurredAt } = eventAt(position);
    return on === 'recorded' ? recordedAt : occurredAt;
  };
  return starts.map(({ position, positions, firsts }) => {
    const last = positions.at(-1) ?? position;
    return {
      start: answerOf(eventAt(position)),
      took: String(clock(last) - clock(position)),
      events: positions.map((place, stage) => {
        const asked = stages[stage];
        if (asked?.kind !== 'event') return null;
        const before = clock(positions[stage - 1] ?? position);
        const moment = (at: bigint) => ({ ...answerOf(eventAt(at)), since: String(clock(at) - before) });
        return { ...moment(place), first: asked.times === 1 ? null : moment(firsts[stage] ?? place) };
      }),
    };
  });
}

function answerOf(event: Omit<FoundEvent, 'content'>): SequenceEventAnswer {
  const { position, entityType, entityId, version, type, actor, correlationId } = event;
  return {
    position: String(position),
    entityType,
    entityId,
    version,
    type,
    actor,
    correlationId,
    recordedAt: formatInstant(event.recordedAt),
    occurredAt: formatInstant(event.occurredAt),
    recordedIsOurs: event.recordedIsOurs,
    occurredIsOurs: event.occurredIsOurs,
  };
}
