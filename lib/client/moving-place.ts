/** Where the playhead is on its way to: outside of React, so that a drag renders the panes alone, and not the page around them. */
import { useSyncExternalStore } from 'react';
import type { Scene } from './replay/question.ts';

/** Shows a moment without a rendering. */
export interface Pen {
  /** Whether it can: if not, nothing is changed. */
  draw(scene: Scene): boolean;
  /** What was drawn by a rendering is there again. */
  lift(): void;
}

export class MovingPlace {
  private at: number | null = null;
  private sketched: number | null = null;
  private pen: Pen | null = null;
  private readonly listeners = new Set<() => void>();

  /** An ordinal; null: the playhead is where the address is. */
  get ordinal(): number | null {
    return this.at;
  }

  /** The same, with what was sketched: ahead of what is rendered. */
  get reached(): number | null {
    return this.sketched ?? this.at;
  }

  /** The pen of the pane that shows the state; gives the way to take it back. */
  readonly lend = (pen: Pen): (() => void) => {
    this.pen = pen;
    return () => {
      pen.lift();
      this.pen = null;
    };
  };

  /** Whether there is a pen that can; it is on the page until something else is shown. */
  readonly sketch = (scene: Scene): boolean => {
    if (this.pen?.draw(scene) !== true) return false;
    this.sketched = scene.ordinal;
    return true;
  };

  readonly show = (ordinal: number | null): void => {
    this.pen?.lift();
    this.sketched = null;
    if (this.at === ordinal) return;
    this.at = ordinal;
    for (const listener of this.listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export interface Place {
  /** Where the address is. */
  readonly committed: number;
  readonly moving: MovingPlace;
  /** Number of events. */
  readonly length: number;
}

/** Where the playhead is at this moment, for what is done and not for what is drawn. */
export const placeNow = ({ committed, moving, length }: Place): number =>
  Math.min(moving.reached ?? committed, length);

const renderedPlace = ({ committed, moving, length }: Place): number =>
  Math.min(moving.ordinal ?? committed, length);

/** The same for what is drawn: it is rendered again whenever it is another. */
export function usePlace(place: Place): number {
  const now = () => renderedPlace(place);
  return useSyncExternalStore(place.moving.subscribe, now, now);
}

/** The same, where nothing but the address is looked at unless it is `asked` for. */
export function usePlaceIf(place: Place, asked: boolean): number {
  const now = () => (asked ? renderedPlace(place) : place.committed);
  return useSyncExternalStore(place.moving.subscribe, now, now);
}

/** Whether it is somewhere else than the address. */
export function useIsMoving(place: Place): boolean {
  const moves = () => renderedPlace(place) !== place.committed;
  return useSyncExternalStore(place.moving.subscribe, moves, moves);
}
