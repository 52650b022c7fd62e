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
  type EventToFold,
  type FoldEvent,
  formatInstant,
  type Json,
  type KeyPlaces,
  type Projection,
} from '#core';
import type { TimeLimit } from './time-limit.ts';

const BATCH = 256;
/** After so many cut-offs, events of a type are marked without being tried: each try costs the limit twice. */
const TRIES_PER_TYPE = 3;

export class ReducerProjection implements Projection {
  readonly kind = 'reducer';
  readonly name: string;
  readonly hash: string;
  readonly keys: KeyPlaces | null;
  private events: readonly EventToFold[] = [];
  private places: ReadonlyMap<number, number> = new Map();
  private ready: ReadonlyMap<number, SandboxOutcome> = new Map();
  private readonly cutOffs = new Map<string, number>();
  /** What stands for a state of our realm in the sandbox's. */
  private readonly adopted = new WeakMap<object, Json>();
  private readonly ours = new WeakSet<object>();

  /** `batchSize` events are folded ahead at a time. */
  constructor(
    label: { readonly name: string; readonly hash: string; readonly keys?: KeyPlaces | null },
    private readonly fold: SandboxFold,
    private readonly limit: TimeLimit,
    private readonly batchSize = BATCH,
  ) {
    this.name = label.name;
    this.hash = label.hash;
    this.keys = label.keys ?? null;
  }

  /** The events that core will fold next, in its order: from now on they can be folded ahead. */
  expect(events: readonly EventToFold[]): void {
    this.events = events;
    this.places = new Map(events.map((event, place) => [event.version, place]));
  }

  evolve(given: Json | undefined, event: FoldEvent): SandboxOutcome {
    const state = this.inSandbox(given);
    const known = this.ready.get(event.version);
    if (known !== undefined && known.before === state) return known;
    const place = this.places.get(event.version) ?? this.events.length;
    const batch = batchFrom(event, this.events, place, this.batchSize);
    this.fold.load(batch, state);
    foldLoaded(this.fold, batch, this.limit, this.cutOffs);
    const outcomes = batch.map((_, index) => outcomeAt(this.fold, index));
    for (const outcome of outcomes) if (isObject(outcome.state)) this.ours.add(outcome.state);
    this.ready = new Map(outcomes.map((outcome, index) => [batch[index]?.version ?? 0, outcome]));
    return outcomeAt(this.fold, 0);
  }

  /** A state that the fold went on from was read from a segment: it goes in as text, for no object of this realm may. */
  private inSandbox(state: Json | undefined): Json | undefined {
    if (!isObject(state) || this.ours.has(state)) return state;
    const known = this.adopted.get(state);
    if (known !== undefined) return known;
    const adopted = this.fold.adopt(canonicalText(state));
    this.adopted.set(state, adopted);
    return adopted;
  }
}

function isObject(value: Json | undefined): value is Json & object {
  return typeof value === 'object' && value !== null;
}

/** The event, and those after it whose document is their payload. */
function batchFrom(
  event: FoldEvent,
  events: readonly EventToFold[],
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

function sandboxEvent(event: Omit<FoldEvent, 'document'>, document: string, afresh: boolean): SandboxEvent {
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
