/**
 * The fold: events in order, one step each, with what each event changed.
 *
 * Nothing is skipped: an event that cannot be folded leaves the state as it was and carries a mark that says why. It keeps
 * no history; `history/` builds that from the steps.
 */
import { changesBetween } from './changes.ts';
import type { EventToFold } from './event.ts';
import type { Change, EventMark, LeafText } from './history/history.ts';
import type { Json } from './json/value.ts';
import { KeyedArrays, type KeyedChanges } from './keyed/keyed-arrays.ts';
import type { LostKey } from './keyed/keyed-walk.ts';
import { documentOf } from './projection/document.ts';
import type { FoldEvent, Projection } from './projection/projection.ts';
import { StateBound } from './state-bound.ts';
import type { Upcasters } from './upcast.ts';

/** Where a fold goes on: the state after the event before, and its leaves. */
export interface FoldStart {
  readonly state: Json | undefined;
  readonly leaves: readonly LeafText[];
}

export interface FoldStep {
  readonly event: EventToFold;
  /** Ascending by path. */
  readonly changes: readonly Change[];
  readonly mark: EventMark | null;
  /** After the event; undefined: absent. */
  readonly state: Json | undefined;
}

/** Takes one event after the other. */
export class Fold {
  private readonly bound: StateBound;
  /** null: the projection declares no keys. */
  private readonly arrays: KeyedArrays | null;
  private state: Json | undefined;

  constructor(
    private readonly projection: Projection,
    private readonly upcasters: Upcasters,
    start: FoldStart = { state: undefined, leaves: [] },
  ) {
    this.bound = new StateBound(start.leaves);
    this.arrays = projection.keys == null ? null : new KeyedArrays(projection.keys, start.leaves);
    this.state = start.state;
  }

  step(event: EventToFold): FoldStep {
    const evolved = evolve(this.state, event, this.projection, this.upcasters);
    const keyed = this.arrays?.between(this.state, evolved.state) ?? null;
    const changes = keyed?.changes ?? changesBetween(this.state, evolved.state);
    const accepted = this.bound.accept(changes);
    if (!accepted.ok) {
      const mark = { kind: 'foldError', message: accepted.error.message } as const;
      return { event, changes: [], mark, state: this.state };
    }
    this.state = evolved.state;
    if (keyed !== null) this.arrays?.accept(keyed);
    const mark = keyed === null ? evolved.mark : withLostKeys(evolved.mark, keyed);
    return { event, changes, mark, state: this.state };
  }
}

/** One step an event, in the order given. */
export function* foldStream(
  events: Iterable<EventToFold>,
  projection: Projection,
  upcasters: Upcasters,
): Generator<FoldStep, void, undefined> {
  const fold = new Fold(projection, upcasters);
  for (const event of events) yield fold.step(event);
}

interface Outcome {
  readonly state: Json | undefined;
  readonly mark: EventMark | null;
}

function evolve(
  state: Json | undefined,
  event: EventToFold,
  projection: Projection,
  upcasters: Upcasters,
): Outcome {
  // What a removal says besides is for people to read: the entity is gone whether or not it is a document.
  if (event.removed) return { state: undefined, mark: null };
  const parsed = documentOf(event);
  if (!parsed.ok) return { state, mark: { kind: 'notADocument', message: parsed.error.message } };
  const upcast = upcasters.upcast(event.type, event.schemaVersion, parsed.value);
  if (!upcast.ok) return { state, mark: { kind: 'foldError', message: upcast.error.message } };
  const { document, schemaVersion, literalLost } = upcast.value;
  const evolved = evolveSafely(state, foldEventOf(event, document, schemaVersion), projection);
  if (evolved.mark === null && literalLost) return { state: evolved.state, mark: LITERAL_LOST };
  return evolved;
}

/** Written out: a spread of the whole event took a sixth of the time of a fold. */
function foldEventOf(event: EventToFold, document: Json, schemaVersion: number): FoldEvent {
  const { version, type, occurredAt, recordedAt, actor } = event;
  const { source, eventId, correlationId, causationId } = event;
  return {
    version,
    type,
    schemaVersion,
    occurredAt,
    recordedAt,
    actor,
    source,
    eventId,
    correlationId,
    causationId,
    document,
  };
}

/** A mark other than a lost literal leaves the state as it was, whatever the projection gave beside it. */
function evolveSafely(state: Json | undefined, event: FoldEvent, projection: Projection): Outcome {
  try {
    const evolved = projection.evolve(state, event);
    return evolved.mark === null || evolved.mark.kind === 'literalLost'
      ? evolved
      : { state, mark: evolved.mark };
  } catch (error) {
    return { state, mark: { kind: 'foldError', message: wordsOf(error) } };
  }
}

/** What was thrown may itself throw when it is asked for words. */
function wordsOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'The projection failed, and what it threw cannot be put into words.';
  }
}

const LITERAL_LOST: EventMark = {
  kind: 'literalLost',
  message: 'An upcaster saw a number that a double does not give back as it was written.',
};

/** An event has one mark, so it says both where a literal was lost as well; beside any other the state stayed as it was. */
function withLostKeys(mark: EventMark | null, { lost }: KeyedChanges): EventMark | null {
  const [first] = lost;
  if (first === undefined) return mark;
  const more = lost.length === 1 ? '' : ` So do ${lost.length - 1} more.`;
  const message = `${goesByIndex(first)}${more}`;
  return { kind: 'keyLost', message: mark === null ? message : `${message} ${mark.message}` };
}

function goesByIndex({ path, why }: LostKey): string {
  const where = path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
  return `The array at ${JSON.stringify(where)} goes by index from here on, for ${why}.`;
}

const LONGEST_PATH = 200;
