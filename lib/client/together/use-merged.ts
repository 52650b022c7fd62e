/** Several histories as one timeline, made anew once all that was only sketched has been read. */
import { useEffect, useMemo, useState } from 'react';
import type { Replay } from '../replay/replay.ts';
import { type Joined, MergedStream } from './merged-stream.ts';

/** The page is there; what the timeline lacks is read without being in its way. */
const AT_REST_MS = 1_000;

export interface JoinedReplay {
  readonly replay: Replay;
}

/** How an entity and its events are called, which the face decides; the histories stay the same. */
export type JoinedNames = Pick<Joined, 'name' | 'eventOf'>;

export function useMerged(joined: readonly JoinedReplay[], names: readonly JoinedNames[]): MergedStream {
  const isExact = () => joined.every(({ replay }) => replay.columns.isExact);
  const [exact, setExact] = useState(isExact);
  useEffect(() => {
    const look = () => setExact(joined.every(({ replay }) => replay.columns.isExact));
    const leave = joined.map(({ replay }) => replay.watch(look));
    const begin = setTimeout(() => {
      for (const { replay } of joined) replay.completeTimeline();
    }, AT_REST_MS);
    return () => {
      clearTimeout(begin);
      for (const one of leave) one();
      for (const { replay } of joined) replay.close();
    };
  }, [joined]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that all is known is the trigger
  return useMemo(
    () =>
      new MergedStream(
        joined.flatMap(({ replay }, index) => {
          const named = names[index];
          return named === undefined ? [] : [{ ...named, stream: replay }];
        }),
      ),
    [joined, names, exact],
  );
}
