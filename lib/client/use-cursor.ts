/**
 * The one cursor of an entity page. While something is dragged the cursor is a preview of its own; letting go commits it to
 * the address. List, state, diff, event and dock all follow this one.
 */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '#wire';
import { instantIso } from './instant-text.ts';
import { OwnMoves } from './own-moves.ts';
import { versionAt } from './playhead-words.ts';
import type { Replay } from './replay/replay.ts';
import { useMoment } from './replay/use-moment.ts';
import { usePreview } from './replay/use-preview.ts';

/** A version that could not be looked up is looked up again while nothing else has moved. */
const AGAIN_MS = 1_000;

export interface Cursor {
  /** Where the panes are: the preview while there is one. */
  readonly ordinal: number;
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
  const [previewed, setPreviewed] = useState<number | null>(null);
  const held = useRef(false);
  const going = useRef(0);
  const [moves] = useState(() => new OwnMoves());
  const preview = usePreview(replay, setPreviewed);
  const rest = useCallback(() => {
    preview.stop();
    setPreviewed(null);
  }, [preview]);

  // Whatever else moved the address (the back button, a link) ends the preview, and is not undone by what is still looked up. With the
  // picture, not after it: a key that is pressed in between would be taken back.
  useLayoutEffect(() => {
    if (moves.arrived(at)) return;
    going.current += 1;
    rest();
  }, [at, moves, rest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another history is the trigger
  useLayoutEffect(rest, [replay]);

  const go = useCallback(
    (ordinal: number, instant: bigint | null = null) => {
      const how = held.current ? 'replace' : 'push';
      going.current += 1;
      preview.stop();
      const turn = going.current;
      // Another movement may begin while the moment is looked up.
      const arrive = (at: string) => {
        if (turn !== going.current) return;
        setPreviewed(null);
        moves.wrote(at);
        change({ at }, how);
      };
      const arriveAt = (version: number) => {
        replay.remember(String(version), ordinal, logHead);
        arrive(String(version));
      };
      const known = instant === null ? versionAt(replay, ordinal) : null;
      if (known !== null) return arriveAt(known);
      setPreviewed(ordinal);
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
    [replay, logHead, change, moves, preview],
  );
  const [keys] = useState(() => ({
    onKeyDownCapture: (event: { repeat: boolean }) => {
      held.current = event.repeat;
    },
    onPointerDownCapture: () => {
      held.current = false;
    },
  }));

  const ordinal = Math.min(previewed ?? committed, replay.length);
  return { ordinal, committed, problem, preview: preview.to, go, keys };
}
