/**
 * A user's reducer as a projection of core.
 *
 * Entering the sandbox under a time limit is dear, so it folds ahead: the first event core asks about takes a batch of those
 * that follow along. Law: an outcome is used only for the very event and state it was made from, so folding ahead never shows;
 * where core went another way (a removal, a state over its bound), the batch is folded again from there.
 */
import type { SandboxEvent, SandboxFold, SandboxOutcome } from '#config';
import {
  canonicalText,
  type FoldEvent,
  formatInstant,
  type Json,
  type Projection,
  type StoredEvent,
} from '#core';
import type { TimeLimit } from './time-limit.ts';

const BATCH = 256;
/** After so many cut-offs, events of a type are marked without being tried: each try costs the limit twice. */
const TRIES_PER_TYPE = 3;

/** `events` in the order in which core will fold them; `batchSize` of them are folded ahead at a time. */
export function reducerProjection(
  label: { readonly name: string; readonly hash: string },
  fold: SandboxFold,
  events: readonly StoredEvent[],
  limit: TimeLimit,
  batchSize = BATCH,
): Projection {
  const places = new Map(events.map((event, place) => [event.version, place]));
  const cutOffs = new Map<string, number>();
  let ready = new Map<number, SandboxOutcome>();
  const evolve = (state: Json | undefined, event: FoldEvent): SandboxOutcome => {
    const known = ready.get(event.version);
    if (known !== undefined && known.before === state) return known;
    const batch = batchFrom(event, events, places.get(event.version) ?? events.length, batchSize);
    fold.load(batch, state);
    foldLoaded(fold, batch, limit, cutOffs);
    ready = new Map(batch.map(({ version }, index) => [version, outcomeAt(fold, index)]));
    return outcomeAt(fold, 0);
  };
  return { ...label, kind: 'reducer', evolve };
}

/** The event, and those after it whose document is their payload. */
function batchFrom(
  event: FoldEvent,
  events: readonly StoredEvent[],
  place: number,
  size: number,
): readonly SandboxEvent[] {
  const batch = [sandboxEvent(event, canonicalText(event.document), false)];
  let afresh = false;
  for (const next of events.slice(place + 1, place + size)) {
    if (next.removed) afresh = true;
    else if (next.payloadFormat === 'json') {
      batch.push(sandboxEvent(next, next.payload, afresh));
      afresh = false;
    }
  }
  return batch;
}

function sandboxEvent(event: StoredEvent, document: string, afresh: boolean): SandboxEvent {
  const { type, schemaVersion, version, actor, eventId, source, correlationId, causationId } = event;
  const occurredAt = formatInstant(event.occurredAt);
  const recordedAt = formatInstant(event.recordedAt);
  const header = {
    type,
    schemaVersion,
    version,
    occurredAt,
    recordedAt,
    actor,
    eventId,
    source,
    correlationId,
    causationId,
  };
  return { ...header, document, afresh };
}

/** A batch that was cut off goes on with the event it stopped at, which then has the limit for itself. */
function foldLoaded(
  fold: SandboxFold,
  batch: readonly SandboxEvent[],
  limit: TimeLimit,
  cutOffs: Map<string, number>,
): void {
  while (fold.done < batch.length) {
    if (attempt(fold, limit, nextGivenUp(batch, fold.done, cutOffs)) === 'done' && fold.done >= batch.length)
      return;
    const stopped = batch[fold.done];
    if (stopped === undefined) return;
    const tries = cutOffs.get(stopped.type) ?? 0;
    if (tries >= TRIES_PER_TYPE) {
      fold.skip(`Not tried: the reducer exceeded ${inWords(limit)} on ${tries} events of this type before.`);
      continue;
    }
    const alone = attempt(fold, limit, fold.done + 1);
    if (alone === 'cut off') cutOffs.set(stopped.type, tries + 1);
    if (alone !== 'done') fold.skip(alone === 'threw' ? BROKEN : `The reducer exceeded ${inWords(limit)}.`);
  }
}

const BROKEN = 'The reducer broke the ground it stands on: what it threw got out of its own event.';

/** What gets out of the sandbox's own guard is the doing of the event at which the fold stopped, and of no other. */
function attempt(fold: SandboxFold, limit: TimeLimit, until: number): 'done' | 'cut off' | 'threw' {
  try {
    return limit.allows(() => fold.run(until)) ? 'done' : 'cut off';
  } catch {
    return 'threw';
  }
}

function nextGivenUp(
  batch: readonly SandboxEvent[],
  from: number,
  cutOffs: ReadonlyMap<string, number>,
): number {
  const found = batch.findIndex(
    ({ type }, index) => index >= from && (cutOffs.get(type) ?? 0) >= TRIES_PER_TYPE,
  );
  return found === -1 ? batch.length : found;
}

function inWords(limit: TimeLimit): string {
  return limit.milliseconds % 1_000 === 0 ? `${limit.milliseconds / 1_000} s` : `${limit.milliseconds} ms`;
}

function outcomeAt(fold: SandboxFold, index: number): SandboxOutcome {
  const outcome = fold.outcomes[index];
  if (outcome === undefined) throw new Error('The sandbox left an event without an outcome.');
  return outcome;
}
