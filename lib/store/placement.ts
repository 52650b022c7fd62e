/**
 * Decides, in memory and under the lock, what becomes of each item of a batch: added at the next position and version, already
 * there, or refused with a reason. A refused item leaves no trace; of an atomic request either every item leaves one or none.
 */
import type { Problem, Result } from '#core';
import { entityKey, entityName, eventKey } from './entity-key.ts';
import { CALLER_FLAGS, contentText } from './event-content.ts';
import type { KnownEvent } from './known-events.ts';
import { type PlacedEvent, placeEvent } from './placed-event.ts';
import type { PreparedItem, PreparedRequest } from './prepared-item.ts';
import { takeStreamKey } from './random-pool.ts';
import type { AppendOutcome } from './store.ts';
import type { StreamHead } from './stream-heads.ts';

export interface LockedLog {
  /** Position of the newest event; 0 where there is none. */
  readonly head: bigint;
  /** The clock of the database. */
  readonly now: bigint;
  readonly heads: Map<string, StreamHead>;
  readonly known: Map<string, KnownEvent>;
  /** Stream key → entityKey, for the keys that restored items name. */
  readonly keyOwners: Map<string, string>;
}

export class Placement {
  readonly placed: PlacedEvent[] = [];
  readonly #log: LockedLog;

  constructor(log: LockedLog) {
    this.#log = log;
  }

  place({ items, atomic, wholeSince }: PreparedRequest): AppendOutcome[] {
    const mark = this.placed.length;
    const since = atomic ? this.#log.head + BigInt(mark) : (wholeSince ?? null);
    const outcomes = items.map((item, index) => this.#outcome(item, index, since));
    if (!atomic || !outcomes.some((outcome) => outcome.kind === 'refused')) return outcomes;
    this.#undoTo(mark);
    return outcomes.map((outcome, item) =>
      outcome.kind !== 'refused' && isRevocable(outcome.position, since) ? notAlone(item) : outcome,
    );
  }

  /** The heads that the placed events leave behind. */
  movedHeads(): StreamHead[] {
    return [...new Map(this.placed.map(({ after }) => [after.key, after])).values()];
  }

  #outcome(item: Result<PreparedItem>, index: number, since: Since): AppendOutcome {
    if (!item.ok) return refused(item.error, index);
    const { event } = item.value.item;
    const known = this.#log.known.get(eventKey(event));
    if (known !== undefined) return outcomeOfKnown(item.value, known, index, since);
    const head = this.#log.heads.get(entityKey(item.value.ref));
    const problem = versionProblem(item.value, head, since) ?? this.#restoredProblem(item.value, head, since);
    if (problem !== null) return refused(problem, index);
    const placed = placeEvent(item.value, {
      position: this.#log.head + BigInt(this.placed.length + 1),
      now: this.#log.now,
      head,
      streamKey: head?.key ?? item.value.item.restored?.streamKey ?? takeStreamKey(),
    });
    if (!placed.ok) return refused(placed.error, index);
    this.#keep(placed.value);
    return { kind: 'added', position: placed.value.position, version: placed.value.after.version };
  }

  #restoredProblem(prepared: PreparedItem, head: StreamHead | undefined, since: Since): Problem | null {
    const { restored, event } = prepared.item;
    if (restored === undefined) return null;
    const name = entityName(event);
    if (event.recordedAt === null || event.occurredAt === null) {
      return { code: 'CS-303', message: `A restored event of ${name} comes without its times.` };
    }
    const owner = this.#log.keyOwners.get(restored.streamKey);
    if (head === undefined ? owner !== undefined : head.key !== restored.streamKey) {
      return {
        code: 'CS-303',
        message: `${name} is here under another stream key, from another log; restore into an empty store.`,
      };
    }
    const version = (head?.version ?? 0) + 1;
    if (restored.version === version) return null;
    const gap =
      restored.version > version
        ? ` Before it, version ${version} is missing: it was refused, or stands nowhere before it in the file.`
        : '';
    return {
      code: 'CS-303',
      message: `${name} goes on with version ${version} here${counting(head, since)}; the restored event is version ${restored.version}.${gap}`,
    };
  }

  #keep(event: PlacedEvent): void {
    const { prepared, position, commitment, after } = event;
    const owner = entityKey(prepared.ref);
    this.placed.push(event);
    this.#log.heads.set(owner, after);
    this.#log.keyOwners.set(after.key, owner);
    const content = () => contentText(prepared.ref.namespace, prepared.item.event, contentFlags(prepared));
    this.#log.known.set(eventKey(prepared.item.event), {
      position,
      version: after.version,
      leafHash: () => commitment.hash,
      sourceRef: prepared.item.event.sourceRef,
      content,
    });
  }

  #undoTo(mark: number): void {
    for (const { prepared, before, after } of this.placed.splice(mark).reverse()) {
      const owner = entityKey(prepared.ref);
      this.#log.known.delete(eventKey(prepared.item.event));
      if (before !== undefined) this.#log.heads.set(owner, before);
      else {
        this.#log.heads.delete(owner);
        this.#log.keyOwners.delete(after.key);
      }
    }
  }
}

/**
 * Positions above it are taken back if any item of the request is refused, so no message may name what lies there. null: nothing is
 * taken back.
 */
type Since = bigint | null;

const isRevocable = (position: bigint, since: Since): boolean => since !== null && position > since;

function outcomeOfKnown(
  prepared: PreparedItem,
  known: KnownEvent,
  index: number,
  since: Since,
): AppendOutcome {
  const { event, restored } = prepared.item;
  const same =
    known.content() === contentText(prepared.ref.namespace, event, contentFlags(prepared)) &&
    (restored === undefined || restored.leafHash === known.leafHash());
  if (same) return { kind: 'alreadyThere', position: known.position, version: known.version };
  const what = `Event ${JSON.stringify(event.eventId)} of source ${JSON.stringify(event.source)}`;
  const place = known.sourceRef === null ? '' : ` (${known.sourceRef})`;
  const message = isRevocable(known.position, since)
    ? `${what} has other content in an earlier item of the same request${place}.`
    : `${what} is in the log at position ${known.position} with other content; the log keeps what it has.`;
  return refused({ code: 'CS-302', message }, index);
}

/** A restored event carries the times that were filled in for it, and the flags that say so. */
function contentFlags(prepared: PreparedItem): number {
  return prepared.item.restored?.flags ?? prepared.item.event.flags & CALLER_FLAGS;
}

function versionProblem(prepared: PreparedItem, head: StreamHead | undefined, since: Since): Problem | null {
  const expected = prepared.item.expectedVersion;
  const actual = head?.version ?? 0;
  if (expected === undefined || expected === actual) return null;
  return {
    code: 'CS-301',
    message: `${entityName(prepared.ref)} is at version ${actual}${counting(head, since)}, not at version ${expected} as expected.`,
  };
}

const counting = (head: StreamHead | undefined, since: Since): string =>
  head !== undefined && isRevocable(head.lastPosition, since)
    ? ' (counting the earlier items of the same request)'
    : '';

function notAlone(item: number): AppendOutcome {
  const message =
    'Not added, because another item of the same request was refused and the request is all or nothing.';
  return refused({ code: 'CS-304', message }, item);
}

function refused(problem: Problem, item: number): AppendOutcome {
  return { kind: 'refused', code: problem.code, reason: problem.message, item };
}
