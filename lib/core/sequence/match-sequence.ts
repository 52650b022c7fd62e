/**
 * All matches in the events of one entity, actor or conversation (see sequence.ts for what a match is).
 *
 * From the back: which events of a step can be followed by the rest. All that a step asks of the event that it takes is that it is early
 * enough, so that of those that can be followed the first one is the best, and it is found by a pointer that moves one way. To tell how
 * far a start reached, the same is done for shorter beginnings of the sequence while there are starts that have none. Linear in events,
 * for each beginning; nothing is tried twice.
 */
import type { SequenceStage } from './stages.ts';

/** In the order of the clock, then of positions. */
export interface PartitionEvents {
  readonly length: number;
  /** Microseconds since 1970, which a double holds for every instant that there can be. */
  readonly at: ArrayLike<number>;
  /** Bit `1 << step` for every step that the event matches. */
  readonly steps: ArrayLike<number>;
}

export interface SequenceStart {
  /** The event that it starts with. */
  readonly event: number;
  /** How many stages it reached, at least one. */
  readonly depth: number;
  /** Of each of those stages the event with which it was complete; of an absence the one before it. */
  readonly events: readonly number[];
  /** Of each of those stages the first event that it took: the same, unless it takes several. */
  readonly firsts: readonly number[];
}

/** In the order of their events. A start that does not get through its first step, which is taken several times, is none. */
export function matchSequence(
  stages: readonly SequenceStage[],
  partition: PartitionEvents,
): readonly SequenceStart[] {
  const places = placesOf(stages, partition);
  const [first] = stages;
  const firsts = first === undefined ? undefined : places.get(first.step);
  if (firsts === undefined || firsts.length === 0) return [];
  const found: (SequenceStart | null)[] = firsts.map(() => null);
  let open = firsts.length;
  for (let depth = stages.length; depth > 0 && open > 0; depth -= 1) {
    const ways = waysOf(stages.slice(0, depth), places, partition);
    for (const [rank, event] of firsts.entries()) {
      if (found[rank] !== null) continue;
      const taken = takenFrom(rank, ways, partition);
      if (taken === null) continue;
      found[rank] = { event, depth, ...taken };
      open -= 1;
    }
  }
  return found.filter((start) => start !== null);
}

type Places = ReadonlyMap<number, readonly number[]>;

/** Of every step its events. */
function placesOf(stages: readonly SequenceStage[], { length, steps }: PartitionEvents): Places {
  const asked = new Set(
    stages.flatMap((stage) => [stage.step, ...(stage.kind === 'event' ? stage.without : [])]),
  );
  const places = new Map([...asked].map((step) => [step, [] as number[]]));
  for (let event = 0; event < length; event += 1) {
    const bits = steps[event] ?? 0;
    for (const [step, of] of places) if ((bits & (1 << step)) !== 0) of.push(event);
  }
  return places;
}

/** One stage that takes events, and how it goes on. */
interface Way {
  readonly stage: Extract<SequenceStage, { readonly kind: 'event' }>;
  readonly places: readonly number[];
  /** By rank among the places: the first rank from there whose event can be followed by the rest; their number: none. */
  readonly next: Int32Array;
  /** How many stages it stands for: itself, and the absences behind it. */
  readonly width: number;
}

function waysOf(
  stages: readonly SequenceStage[],
  places: Places,
  partition: PartitionEvents,
): readonly Way[] {
  const ways: Way[] = [];
  let absences: Extract<SequenceStage, { readonly kind: 'absence' }>[] = [];
  for (const stage of stages.toReversed()) {
    if (stage.kind === 'absence') {
      absences.push(stage);
      continue;
    }
    const own = places.get(stage.step) ?? [];
    const isGood = goodness(own, absences, ways[0] ?? null, places, partition);
    const next = new Int32Array(own.length + 1).fill(own.length);
    for (let rank = own.length - 1; rank >= 0; rank -= 1) {
      next[rank] = isGood(rank) ? rank : (next[rank + 1] ?? own.length);
    }
    ways.unshift({ stage, places: own, next, width: absences.length + 1 });
    absences = [];
  }
  return ways;
}

/** Asked from the last rank to the first. */
function goodness(
  own: readonly number[],
  absences: readonly { readonly step: number; readonly within: number }[],
  following: Way | null,
  places: Places,
  { at }: PartitionEvents,
): (rank: number) => boolean {
  const absent = absences.map(({ step, within }) => {
    const of = places.get(step) ?? [];
    return { of, within, behind: fromTheBack(of) };
  });
  const step = following === null ? null : stepFrom(following, places, at);
  return (rank) => {
    const event = own[rank] ?? 0;
    const isAlone = absent.every(({ of, within, behind }) => {
      const other = of[behind(event)];
      return other === undefined || (at[other] ?? 0) - (at[event] ?? 0) > within;
    });
    const follows = step === null || step(event) !== null;
    return isAlone && follows;
  };
}

/** From an event to the rank of the one with which the stage is complete; null: it cannot be. Asked from the last event to the first. */
function stepFrom({ stage, places: own, next }: Way, places: Places, at: ArrayLike<number>) {
  const behind = fromTheBack(own);
  const without = stage.without.map((step) => {
    const of = places.get(step) ?? [];
    return { of, behind: fromTheBack(of) };
  });
  return (event: number): number | null => {
    const begins = behind(event);
    const barred = Math.min(...without.map((one) => one.of[one.behind(event)] ?? Number.POSITIVE_INFINITY));
    return completed({ stage, places: own, next }, begins, event, barred, at);
  };
}

function completed(
  { stage, places: own, next }: Pick<Way, 'stage' | 'places' | 'next'>,
  begins: number,
  anchor: number,
  barred: number,
  at: ArrayLike<number>,
): number | null {
  const rank = next[begins + stage.times - 1] ?? own.length;
  const event = own[rank];
  if (event === undefined || (at[event] ?? 0) - (at[anchor] ?? 0) > stage.within) return null;
  // Between two events is neither of them: the one that is taken may itself be what must not come.
  const first = stage.times === 1 ? event : (own[begins] ?? event);
  return barred < first ? null : rank;
}

/** The rank of the first place behind an event; asked from the last event to the first. */
function fromTheBack(places: readonly number[]): (event: number) => number {
  let rank = places.length;
  return (event) => {
    while (rank > 0 && (places[rank - 1] ?? 0) > event) rank -= 1;
    return rank;
  };
}

/** null: not all of the ways can be gone from there. */
function takenFrom(
  rank: number,
  [first, ...others]: readonly Way[],
  { at }: PartitionEvents,
): Pick<SequenceStart, 'events' | 'firsts'> | null {
  if (first === undefined) return null;
  const start = first.places[rank] ?? 0;
  let last = first.next[rank + first.stage.times - 1] ?? first.places.length;
  const event = first.places[last];
  if (event === undefined || (first.stage.times === 1 && last !== rank)) return null;
  if ((at[event] ?? 0) - (at[start] ?? 0) > first.stage.within) return null;
  const events = new Array<number>(first.width).fill(event);
  const firsts = events.with(0, start);
  let anchor = event;
  for (const { places, next, stage, width } of others) {
    // That it can be gone was found from the back; that a bar stands before it as well.
    const begins = firstBehind(places, anchor);
    last = next[begins + stage.times - 1] ?? places.length;
    anchor = places[last] ?? anchor;
    const taken = new Array<number>(width).fill(anchor);
    events.push(...taken);
    firsts.push(...taken.with(0, stage.times === 1 ? anchor : (places[begins] ?? anchor)));
  }
  return { events, firsts };
}

function firstBehind(places: readonly number[], event: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > event) high = middle;
    else low = middle + 1;
  }
  return low;
}
