/**
 * Where the dock is: the playhead, the window, the pins being dragged. It lives outside React, because all of it changes with every
 * frame of a drag: a pointer only leaves its newest place here, the next animation frame turns it into an event, and the painters
 * are called once.
 *
 * It does not draw and knows no elements.
 */

import type { Columns } from '#client/playhead-columns';
import { endsOf, type Matching, settleMatching, stepMatching } from '#client/playhead-matching';
import { clampOrdinal } from '#client/playhead-moves';
import { type Layout, type Positions, positionsOf, type Span } from '#client/playhead-positions';
import { Preview } from '#client/playhead-preview';
import { type Projection, projectionOf, snap } from '#client/playhead-snap';
import { clampWindow, convertWindow, revealPlace } from '#client/playhead-window';
import type { EventSource } from '#client/playhead-words';
import type { EventBook } from '#client/replay/event-book';
import { Brush } from './brush.ts';
import { Frames } from './frames.ts';
import { FreeInstant } from './free-instant.ts';
import { GLYPH_RADIUS, type GlyphLayout, glyphLayout } from './glyph-layout.ts';
import { LANES } from './lanes.ts';

export interface Pins {
  readonly a: number | null;
  readonly b: number | null;
  /** B is wherever the playhead is. */
  readonly bFollows?: boolean;
}

export type PinName = 'a' | 'b';

/** What the dock says of events; headers that have not come yet are asked for. */
export interface DockStream extends EventSource {
  readonly events: Pick<EventBook, 'want' | 'subscribe' | 'turn'>;
}

export interface DockEvents {
  onPreview(ordinal: number): void;
  /** `instant`: microseconds since 1970, where the playhead is at one at which nothing happened. */
  onCommit(ordinal: number, instant: bigint | null): void;
  onPins(pins: Pins): void;
}

/** So many events are drawn anew within a frame without anybody noticing. */
const AT_ONCE = 20_000;
const REST_MS = 400;

/** A committed place that arrives this soon after a newer commit is an echo of an older one. */
const ECHO_MS = 1000;

export class DockModel {
  readonly stream: DockStream;
  readonly columns: Columns;
  readonly frames = new Frames(() => this.resolvePointer());
  readonly brush = new Brush(this);
  readonly free = new FreeInstant(this);
  positions: Positions;
  window: Span;
  ordinal: number;
  pins: Pins = { a: null, b: null };
  /** Where a filter is: the events that it lets through, on which alone the playhead stops. */
  matching: Matching | null = null;
  /** That times are written in. */
  zone = 'UTC';
  /** Ordinals of the changes of the field that is followed. */
  followed: Uint32Array | null = null;
  /** Of the columns, as far as they are drawn: reading a long history again and again is dear, so it waits for rest. */
  revision: number;
  /** Of the track, in CSS pixels. */
  width = 0;
  private pointer: { x: number; pin: PinName | null; isFree: boolean } | null = null;
  private laid: { readonly of: readonly unknown[]; readonly layout: GlyphLayout | null } | null = null;
  private awaited: { ordinal: number; at: number } | null = null;
  private committed: number;
  private refreshing: ReturnType<typeof setTimeout> | null = null;
  private movedAt = Number.NEGATIVE_INFINITY;
  private readonly preview: Preview;
  private readonly events: DockEvents;

  constructor(stream: DockStream, columns: Columns, layout: Layout, ordinal: number, events: DockEvents) {
    this.stream = stream;
    this.columns = columns;
    this.positions = positionsOf(columns, layout);
    this.window = this.positions.extent;
    this.ordinal = clampOrdinal(ordinal, columns.length);
    this.committed = this.ordinal;
    this.preview = new Preview(this.ordinal, (place) => events.onPreview(place));
    this.events = events;
    this.revision = columns.revision;
  }

  get projection(): Projection {
    return projectionOf(this.window, this.width);
  }

  /** The glyphs of the window, or null where bars are drawn. Kept until the window changes, because every pointer needs it. */
  glyphs(): GlyphLayout | null {
    const { window, positions, width, columns } = this;
    const of = [window, positions, width, this.revision];
    if (this.laid === null || this.laid.of.some((part, index) => part !== of[index])) {
      const layout = glyphLayout(positions, window, this.projection, LANES.base - LANES.top);
      this.laid = { of, layout: layout !== null && isExact(layout, columns) ? layout : null };
    }
    return this.laid.layout;
  }

  /** Where the playhead is drawn. */
  get place(): number {
    return this.free.place ?? this.positions.at(this.ordinal);
  }

  /** Draws what segments have told meanwhile, once the playhead rests. */
  readonly refresh = (): void => {
    this.frames.request();
    if (this.revision === this.columns.revision || this.refreshing !== null) return;
    this.refreshing = setTimeout(
      () => {
        this.refreshing = null;
        if (performance.now() - this.movedAt < REST_MS) return this.refresh();
        this.revision = this.columns.revision;
        // Where the gaps are is known better now.
        if (this.positions.layout === 'folded') this.lay('folded');
        this.frames.request();
      },
      this.columns.length > AT_ONCE ? REST_MS : 0,
    );
  };

  setZone(zone: string): void {
    this.zone = zone;
    this.frames.request();
  }

  setMatching(matching: Matching | null): void {
    this.matching = matching;
    this.frames.request();
  }

  /** The first and the last place that the playhead stops on. */
  get ends(): { readonly first: number; readonly last: number } {
    return endsOf(this.matching, this.columns.length);
  }

  /** So many events later, as the filter counts them. Back from an instant between two events, the first step leads to the earlier one. */
  stepFrom(ordinal: number, by: number): number {
    const isBetween = by < 0 && ordinal === this.ordinal && this.free.isBetween;
    return stepMatching(this.matching, this.columns.length, isBetween ? ordinal + 1 : ordinal, by);
  }

  /** Where a leap from one place to another leads. */
  settle(from: number, place: number): number {
    return settleMatching(this.matching, from, place);
  }

  /** Moves the playhead as a preview; the window follows so that the playhead stays in sight. */
  moveTo(ordinal: number): void {
    this.free.clear();
    this.ordinal = clampOrdinal(ordinal, this.columns.length);
    this.window = revealPlace(this.window, this.place, this.positions);
    this.preview.move(this.ordinal);
    this.frames.request();
  }

  /** Tells the page that the playhead rests here now. */
  commit(): void {
    this.resolvePointer();
    this.preview.flush();
    if (this.ordinal === this.committed && this.free.isCommitted) return;
    this.committed = this.ordinal;
    this.awaited = { ordinal: this.ordinal, at: performance.now() };
    this.events.onCommit(this.ordinal, this.free.commit());
  }

  /** Takes what the page has committed, unless it is only the echo of what was committed from here. `instant` as in `onCommit`. */
  follow(ordinal: number, instant: bigint | null = null): void {
    const { awaited } = this;
    if (awaited !== null && (awaited.ordinal === ordinal || performance.now() - awaited.at < ECHO_MS)) {
      if (awaited.ordinal === ordinal) this.awaited = null;
      return;
    }
    this.awaited = null;
    this.committed = clampOrdinal(ordinal, this.columns.length);
    const isSameInstant = this.free.adopt(instant);
    if (this.ordinal === this.committed && isSameInstant) return;
    this.ordinal = this.committed;
    this.window = revealPlace(this.window, this.place, this.positions);
    this.preview.adopt(this.ordinal);
    this.frames.request();
  }

  /** The pointer drags the playhead, or a pin, at this pixel of the track; `isFree`: to the instant itself, not to an event. */
  point(x: number, pin: PinName | null = null, isFree = false): void {
    this.pointer = { x, pin, isFree };
    this.movedAt = performance.now();
    this.frames.request();
  }

  /** The browser took the gesture for its own (scrolling): everything goes back to where it was. */
  cancelPointer(): void {
    this.pointer = null;
    this.moveTo(this.committed);
    this.free.restore();
  }

  setPin(name: PinName, ordinal: number | null): void {
    this.events.onPins({ ...this.pins, [name]: ordinal });
  }

  setPins(pins: Pins): void {
    this.pins = pins;
    this.frames.request();
  }

  setFollowed(ordinals: Uint32Array | null): void {
    this.followed = ordinals;
    this.frames.request();
  }

  /** The end of a pin's drag. */
  releasePin(): void {
    this.resolvePointer();
    this.events.onPins(this.pins);
  }

  setWindow(window: Span): void {
    this.window = clampWindow(window, this.positions);
    this.frames.request();
  }

  setLayout(layout: Layout): void {
    if (layout !== this.positions.layout) this.lay(layout);
  }

  setWidth(width: number): void {
    this.width = width;
    this.frames.request();
  }

  dispose(): void {
    if (this.refreshing !== null) clearTimeout(this.refreshing);
    this.preview.stop();
    this.frames.stop();
  }

  private lay(layout: Layout): void {
    const next = positionsOf(this.columns, layout);
    this.window = convertWindow(this.window, this.positions, next);
    this.positions = next;
    this.frames.request();
  }

  private resolvePointer(): void {
    const { pointer } = this;
    this.pointer = null;
    if (pointer === null || this.width === 0) return;
    const x = Math.min(this.width - 1, Math.max(0, pointer.x));
    const ordinal = snap(this.positions, this.projection, x, this.glyphs() === null ? 0 : GLYPH_RADIUS);
    if (pointer.pin !== null) this.pins = { ...this.pins, [pointer.pin]: ordinal };
    else {
      const before = pointer.isFree ? this.free.point(this.projection.toPlace(x)) : null;
      if (before === null) this.free.clear();
      this.ordinal = before ?? this.settle(ordinal, ordinal);
      this.preview.move(this.ordinal);
    }
  }
}

/** Single events are drawn only where each is known to be what it is drawn as. */
function isExact({ first, xs }: GlyphLayout, columns: Columns): boolean {
  for (let ordinal = first; ordinal < first + xs.length; ordinal += 1)
    if (!columns.exact(ordinal)) return false;
  return true;
}
