/** The two moments that are compared, as the address has them. */
import { useCallback, useMemo } from 'react';
import type { View } from '#wire';
import { type Place, usePlaceIf } from '../moving-place.ts';
import type { Replay } from './replay.ts';
import { useMoment } from './use-moment.ts';

/** Ordinals; null where a pin is not set. */
export interface PinnedOrdinals {
  readonly a: number | null;
  readonly b: number | null;
  /** B is wherever the playhead is. Who moves only A need not say it. */
  readonly bFollows?: boolean;
}

export interface PinnedMoments extends PinnedOrdinals {
  readonly bFollows: boolean;
}

export interface Pins {
  readonly pins: PinnedMoments;
  /** Why a pin of the address is not set. */
  readonly problems: readonly (string | null)[];
  setPins(next: PinnedOrdinals): void;
}

/** `place`: where B is while it follows. */
export function usePins(
  replay: Replay,
  logHead: bigint,
  view: Pick<View, 'a' | 'b' | 'bFollows'>,
  place: Place,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): Pins {
  const { bFollows } = view;
  const playhead = usePlaceIf(place, bFollows);
  const a = useMoment(replay, view.a, logHead);
  const b = useMoment(replay, view.b, logHead);
  const pinA = view.a === null || a.problem !== null ? null : a.ordinal;
  const fixedB = view.b === null || b.problem !== null ? null : b.ordinal;
  const pinB = bFollows ? playhead : fixedB;
  const pins = useMemo(() => ({ a: pinA, b: pinB, bFollows }), [pinA, pinB, bFollows]);
  const setPins = useCallback(
    (next: PinnedOrdinals) => {
      const moment = async (ordinal: number | null) => {
        if (ordinal === null) return null;
        const version = String(await replay.versionOf(ordinal));
        replay.remember(version, ordinal, logHead);
        return version;
      };
      // Who takes hold of B means it to stay where it is put, and so does who swaps; who only moves A does not.
      const movesA = next.a !== pinA && next.a !== null && next.b !== null && next.b !== pinA;
      const follows = next.bFollows ?? (bFollows && movesA);
      Promise.all([moment(next.a), follows ? null : moment(next.b)]).then(
        ([one = null, other = null]) => change({ a: one, b: other, bFollows: follows }, 'push'),
        () => undefined,
      );
    },
    [replay, logHead, change, bFollows, pinA],
  );
  const problems = [
    notSet('A', view.a === null ? null : a.problem),
    notSet('B', view.b === null ? null : b.problem),
  ];
  return { pins, problems, setPins };
}

/** A pin on a moment that is not there would compare with something nobody asked for. */
function notSet(pin: 'A' | 'B', problem: string | null): string | null {
  return problem === null ? null : `Pin ${pin} is not set: ${problem}`;
}
