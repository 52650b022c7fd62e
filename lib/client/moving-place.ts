/** Where the playhead is on its way to: outside of React, so that a drag renders the panes alone, and not the page around them. */
import { useSyncExternalStore } from 'react';

export class MovingPlace {
  private at: number | null = null;
  private readonly listeners = new Set<() => void>();

  /** An ordinal; null: the playhead is where the address is. */
  get ordinal(): number | null {
    return this.at;
  }

  readonly show = (ordinal: number | null): void => {
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
  Math.min(moving.ordinal ?? committed, length);

/** The same for what is drawn: it is rendered again whenever it is another. */
export function usePlace(place: Place): number {
  const now = () => placeNow(place);
  return useSyncExternalStore(place.moving.subscribe, now, now);
}

/** The same, where nothing but the address is looked at unless it is `asked` for. */
export function usePlaceIf(place: Place, asked: boolean): number {
  const now = () => (asked ? placeNow(place) : place.committed);
  return useSyncExternalStore(place.moving.subscribe, now, now);
}

/** Whether it is somewhere else than the address. */
export function useIsMoving(place: Place): boolean {
  const moves = () => placeNow(place) !== place.committed;
  return useSyncExternalStore(place.moving.subscribe, moves, moves);
}
