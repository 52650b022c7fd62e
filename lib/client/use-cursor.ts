/**
 * The one cursor of an entity page. While something is dragged the cursor is a preview of its own; letting go commits it to
 * the address. List, state, diff, event and dock all follow this one.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#wire';
import { instantIso } from './instant-text.ts';
import { MovingPlace, type Place } from './moving-place.ts';
import { OwnMoves } from './own-moves.ts';
import { versionAt } from './playhead-words.ts';
import type { Replay } from './replay/replay.ts';
import { useMoment } from './replay/use-moment.ts';
import { usePreview } from './replay/use-preview.ts';

/** A version that could not be looked up is looked up again while nothing else has moved. */
const AGAIN_MS = 1_000;

export interface Cursor {
  /** Where the panes are: the preview while there is one. */
  readonly place: Place;
  /** Where the address is. */
  readonly committed: number;
  readonly problem: string | null;
  preview(ordinal: number): void;
  /** `instant`: microseconds since 1970, where it is one between events, and `ordinal` the last one at or before it. */
  go(ordinal: number, instant?: bigint | null): void;
  /** Spread on the page's root: tells a held key, whose steps are one movement, from single ones. */
  readonly keys: { onKeyDownCapture(event: { repeat: boolean }): void; onPointerDownCapture(): void };
}

export function useCursor(
  replay: Replay,
  logHead: bigint,
  at: string | null,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): Cursor {
  const { ordinal: committed, problem } = useMoment(replay, at, logHead);
  const [moving] = useState(() => new MovingPlace());
  /** The moment that the address comes to show when the movement has ended. */
  const awaited = useRef<string | null>(null);
  const shown = useRef(at);
  const held = useRef(false);
  const going = useRef(0);
  const [moves] = useState(() => new OwnMoves());
  const show = useCallback(
    (ordinal: number) => {
      awaited.current = null;
      moving.show(ordinal);
    },
    [moving],
  );
  const { length } = replay;
  const place = useMemo(() => ({ committed, moving, length }), [committed, moving, length]);
  const preview = usePreview(replay, place, show);
  const rest = useCallback(() => {
    preview.stop();
    awaited.current = null;
    moving.show(null);
  }, [preview, moving]);

  // Whatever else moved the address (the back button, a link) ends the preview, and is not undone by what is still looked up. With the
  // picture, not after it: a key that is pressed in between would be taken back.
  useLayoutEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    if (!moves.arrived(at)) {
      going.current += 1;
      rest();
    } else if (awaited.current === at) moving.show(null);
  }, [at, moves, moving, rest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another history is the trigger
  useLayoutEffect(rest, [replay]);

  const go = useCallback(
    (ordinal: number, instant: bigint | null = null) => {
      const how = held.current ? 'replace' : 'push';
      going.current += 1;
      preview.settle();
      const turn = going.current;
      // Another movement may begin while the moment is looked up.
      const arrive = (at: string) => {
        if (turn !== going.current) return;
        moves.wrote(at);
        awaited.current = at;
        if (shown.current === at) moving.show(null);
        change({ at }, how);
      };
      const arriveAt = (version: number) => {
        replay.remember(String(version), ordinal, logHead);
        // What was shown on the way stays until the address has come, and is then the same.
        if (moving.ordinal !== null) moving.show(ordinal);
        arrive(String(version));
      };
      const known = instant === null ? versionAt(replay, ordinal) : null;
      if (known !== null) return arriveAt(known);
      moving.show(ordinal);
      if (instant !== null) {
        const text = instantIso(instant);
        replay.findMoment(text, logHead).then(() => arrive(text));
        return;
      }
      const lookUp = () => {
        if (turn !== going.current) return;
        replay.versionOf(ordinal).then(arriveAt, () => setTimeout(lookUp, AGAIN_MS));
      };
      lookUp();
    },
    [replay, logHead, change, moves, moving, preview],
  );
  const [keys] = useState(() => ({
    onKeyDownCapture: (event: { repeat: boolean }) => {
      held.current = event.repeat;
    },
    onPointerDownCapture: () => {
      held.current = false;
    },
  }));

  return { place, committed, problem, preview: preview.to, go, keys };
}
