/** The events that a question finds as they come, put in front of the rows on screen. */
import { useEffect, useRef, useState } from 'react';
import { readFoundEvent } from '#wire';
import { MOST_GIVEN } from './arrived-events.ts';
import { connectTail, type TailConnection } from './connect-tail.ts';
import { type FoundQuestion, placeInLog } from './found-question.ts';
import type { FoundRows } from './found-rows.ts';

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
  const tail = useRef<TailConnection | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [isConnected, setIsConnected] = useState(true);
  useEffect(() => {
    if (after === null) return;
    const address = new URL('/api/v1/events/live', window.location.href);
    address.search = String(
      new URLSearchParams({ ns: namespace, q: text, zone, newest: String(MOST_GIVEN) }),
    );
    const connection = connectTail({
      address: address.href,
      after,
      onArrived: ({ newest, pages }) => {
        const isShown = rows.prepend({
          newest: newest.map((json) => readFoundEvent(JSON.parse(json))),
          pages: pages.map(({ size, last }) => ({ size, head: placeInLog(last) })),
        });
        if (!isShown) lookAgain();
      },
      onWaiting: setWaiting,
      onTooMany: lookAgain,
      onConnected: setIsConnected,
    });
    tail.current = connection;
    return () => {
      tail.current = null;
      connection.close();
      setWaiting(0);
      setIsConnected(true);
    };
  }, [after, namespace, text, zone, rows, lookAgain]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another connection has to be told too
  useEffect(() => tail.current?.hold(isHeld), [isHeld, after, namespace, text, zone, rows, lookAgain]);
  return { waiting: isHeld ? waiting : 0, isConnected, show: () => tail.current?.show() };
}
