/** The events that a question finds as they come, put in front of the rows on screen. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { readFoundEvent } from '#wire';
import { followStream } from '../follow-stream.ts';
import type { FoundQuestion } from './found-question.ts';
import type { FoundRows } from './found-rows.ts';
import { LiveTail } from './live-tail.ts';

export interface FollowedRows {
  /** How many came and wait to be shown. */
  readonly waiting: number;
  readonly isConnected: boolean;
  show(): void;
}

/** `isHeld`: what comes waits until it is asked for. Only what is ordered by the log, newest first, can be followed. */
export function useLiveTail(
  { namespace, text, zone }: Pick<FoundQuestion, 'namespace' | 'text' | 'zone'>,
  rows: FoundRows,
  { isOn, isHeld, lookAgain }: { isOn: boolean; isHeld: boolean; lookAgain(): void },
): FollowedRows {
  const after = isOn ? rows.searchedTo : null;
  const tail = useMemo(
    () =>
      after === null
        ? null
        : new LiveTail({
            after: BigInt(after),
            show: (events) => rows.prepend(events),
            lookAgain,
            frame: pacedFrames(),
          }),
    [after, rows, lookAgain],
  );
  const [isConnected, setIsConnected] = useState(true);
  useEffect(() => tail?.hold(isHeld), [tail, isHeld]);
  useEffect(() => {
    if (tail === null) return;
    const address = () => {
      const query = { ns: namespace, q: text, zone, after: String(tail.position) };
      return `/api/v1/events/live?${new URLSearchParams(query)}`;
    };
    const take = ({ data }: MessageEvent<string>) => tail.take(readFoundEvent(JSON.parse(data)));
    return followStream(address, take, setIsConnected);
  }, [tail, namespace, text, zone]);
  const waiting = useSyncExternalStore(tail?.subscribe ?? never, tail?.waiting ?? none, none);
  return { waiting, isConnected: tail === null || isConnected, show: () => tail?.show() };
}

/** Nobody reads a table that is another one in every frame, and drawing it takes more than a frame where thousands come in a second. */
const PACE_MS = 250;

/** The next frame, or the first one after the pace where the last was less long ago. */
function pacedFrames(): (callback: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (callback) => {
    const draw = () =>
      requestAnimationFrame(() => {
        last = performance.now();
        callback();
      });
    const left = last + PACE_MS - performance.now();
    if (left > 0) setTimeout(draw, left);
    else draw();
  };
}

const never = (): (() => void) => () => undefined;
const none = (): number => 0;
