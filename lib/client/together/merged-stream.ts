/**
 * The events of several entities on one clock, as the timeline draws them: in the order of their instants, each entity a colour and a
 * shape of its own.
 *
 * A place here is the number of events, of all of them, up to some moment; so it is the sum of the ordinals that the entities have
 * then. Laws: `at` never falls; placeOf(ordinalsAt(place)) = place; the ordinals of a place are those of its moment.
 *
 * It is made anew where one of the histories has told more (see `revision`), because that can change the order.
 */
import type { Axis } from '#core';
import type { LateEvents } from '../late-events.ts';
import { type Category, SLOT_COUNT } from '../playhead-categories.ts';
import type { Columns } from '../playhead-columns.ts';
import { lastWhere } from '../playhead-positions.ts';
import type { EventBook } from '../replay/event-book.ts';
import type { ListedEvent } from '../replay/question.ts';

/** What is needed of each history; a Replay has it. */
export interface JoinedStream {
  readonly axis: Axis;
  readonly length: number;
  readonly columns: Columns;
  readonly events: Pick<EventBook, 'want' | 'subscribe' | 'turn'>;
  peek(ordinal: number): ListedEvent | null;
  /** Asks for an event that has not come. */
  read(ordinal: number): Promise<ListedEvent>;
}

export interface Joined {
  /** As people call the entity. */
  readonly name: string;
  /** And a type of its events. */
  eventOf(type: string): string;
  readonly stream: JoinedStream;
}

export class MergedStream implements Columns {
  readonly axis: Axis;
  readonly length: number;
  readonly origin: number;
  readonly at: Float64Array;
  /** By place − 1: which entity. */
  readonly type: Uint32Array;
  readonly slot: Uint8Array;
  readonly types: readonly string[];
  readonly legend: readonly Category[];
  readonly late: readonly LateEvents[];
  readonly events: JoinedStream['events'];
  readonly revision = 0;
  /** It draws itself. */
  readonly columns: Columns = this;
  /** By place − 1: ordinal in the entity's own history. */
  private readonly own: Uint32Array;
  /** By entity, by ordinal − 1: place. */
  private readonly places: readonly Uint32Array[];

  constructor(private readonly joined: readonly Joined[]) {
    const streams = joined.map(({ stream }) => stream);
    this.axis = streams[0]?.axis ?? 'recorded';
    this.length = streams.reduce((sum, { length }) => sum + length, 0);
    const begun = streams.filter(({ length }) => length > 0).map(({ columns }) => columns.origin);
    this.origin = begun.length === 0 ? 0 : Math.min(...begun);
    this.at = new Float64Array(this.length);
    this.type = new Uint32Array(this.length);
    this.own = new Uint32Array(this.length);
    this.places = streams.map(({ length }) => new Uint32Array(length));
    this.merge(streams.map(({ columns }) => columns));
    this.slot = Uint8Array.from(this.type, (entity) => entity % SLOT_COUNT);
    this.types = joined.map(({ name }) => name);
    this.legend = joined.map(({ name, stream }, slot) => ({ slot, name, types: 1, events: stream.length }));
    this.late = streams.flatMap(({ columns }, entity) => this.lateOf(columns, entity));
    this.events = this.book();
  }

  /** Headers that have come are drawn; where a history tells more, another is made. */
  watch(watcher: () => void): () => void {
    return this.events.subscribe(watcher);
  }

  exact(place: number): boolean {
    return this.streamAt(place)?.columns.exact(this.own[place - 1] ?? 0) ?? false;
  }

  /** The header of the event there; its type says of which entity it is. */
  readonly peek = (place: number): ListedEvent | null => {
    const event = this.streamAt(place)?.peek(this.own[place - 1] ?? 0) ?? null;
    const joined = this.joined[this.entityAt(place)];
    if (event === null || joined === undefined) return null;
    return { ...event, type: `${joined.name} · ${joined.eventOf(event.type)}` };
  };

  /** The event of a place, read where it has not come yet. */
  async eventAt(place: number): Promise<ListedEvent> {
    const stream = this.streamAt(place);
    const ordinal = this.own[place - 1] ?? 0;
    const event = stream?.peek(ordinal) ?? (await stream?.read(ordinal));
    if (event === undefined) throw new Error(`There is no event at place ${place}.`);
    return event;
  }

  /** Which entity the event of a place is of. */
  entityAt(place: number): number {
    return this.type[place - 1] ?? 0;
  }

  /** By entity: how many of its events have happened at a place. */
  ordinalsAt(place: number): readonly number[] {
    return this.places.map((places) =>
      lastWhere(places.length, (ordinal) => (places[ordinal - 1] ?? 0) <= place),
    );
  }

  /** The place of an entity's own event; 0 is before its first. */
  placeIn(entity: number, ordinal: number): number {
    const places = this.places[entity];
    return ordinal < 1 ? (places?.[0] ?? 1) - 1 : (places?.[ordinal - 1] ?? 0);
  }

  /** Law: placeOf(ordinalsAt(place)) = place. */
  placeOf(ordinals: readonly number[]): number {
    return ordinals.reduce((sum, ordinal) => sum + ordinal, 0);
  }

  /**
   * The place where a movement comes to rest. What happened at the same instant is gone through at once: forward its last event, back the
   * one before its first.
   */
  restOf(place: number, from: number): number {
    if (place < 1 || place >= this.length) return Math.max(0, Math.min(this.length, place));
    const instant = this.at[place - 1] ?? 0;
    if (place < from && instant === this.at[from - 1]) return this.before(instant);
    return lastWhere(this.length, (other) => (this.at[other - 1] ?? 0) <= instant);
  }

  private before(instant: number): number {
    return lastWhere(this.length, (other) => (this.at[other - 1] ?? 0) < instant);
  }

  private streamAt(place: number): JoinedStream | undefined {
    return place < 1 || place > this.length ? undefined : this.joined[this.entityAt(place)]?.stream;
  }

  /** At most six at a time: the next is looked for among their heads. */
  private merge(all: readonly Columns[]): void {
    const next = all.map(() => 0);
    const shift = all.map(({ origin }) => origin - this.origin);
    for (let index = 0; index < this.length; index += 1) {
      let chosen = -1;
      let earliest = Number.POSITIVE_INFINITY;
      for (let entity = 0; entity < all.length; entity += 1) {
        const ordinal = next[entity] ?? 0;
        const columns = all[entity];
        if (columns === undefined || ordinal >= columns.length) continue;
        // To the microsecond: the same instant must be the same number, whichever event its history begins with.
        const at = Math.round(((columns.at[ordinal] ?? 0) + (shift[entity] ?? 0)) * 1000) / 1000;
        if (at < earliest) {
          earliest = at;
          chosen = entity;
        }
      }
      const ordinal = next[chosen] ?? 0;
      next[chosen] = ordinal + 1;
      this.at[index] = earliest;
      this.type[index] = chosen;
      this.own[index] = ordinal + 1;
      const places = this.places[chosen];
      if (places !== undefined) places[ordinal] = index + 1;
    }
  }

  /** By the places and on the clock of all of them. */
  private lateOf({ late, origin }: Columns, entity: number): readonly LateEvents[] {
    const shift = origin - this.origin;
    return late.map(({ ordinals, other }) => ({
      ordinals: ordinals.map((ordinal) => this.placeIn(entity, ordinal)),
      other: other.map((at) => at + shift),
    }));
  }

  private book(): JoinedStream['events'] {
    const streams = this.joined.map(({ stream }) => stream);
    return {
      get turn() {
        return streams.reduce((sum, { events }) => sum + events.turn, 0);
      },
      subscribe: (listener) => {
        const leave = streams.map(({ events }) => events.subscribe(listener));
        return () => {
          for (const one of leave) one();
        };
      },
      want: (places) => {
        for (const place of places) this.streamAt(place)?.events.want([this.own[place - 1] ?? 0]);
      },
    };
  }
}
