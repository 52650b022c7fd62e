/** Asks again whenever the store has moved, and never more often than it can be read or answered. */

import { REACHED_EVENT, type ReachedAnswer } from '#wire';
import { followStream } from '../follow-stream.ts';

const LEAST_MS = 1_000;
/** The server has more to do than to answer one page: for three quarters of the time at least it does something else. */
const SHARE = 3;

export interface StoreFollower {
  /** Whether there is more than is on screen. */
  isNew(reached: ReachedAnswer): boolean;
  /** Never rejects. */
  ask(): Promise<void>;
  onConnected(isConnected: boolean): void;
}

/** Answers what ends it. */
export function followStore(follower: StoreFollower): () => void {
  const asking = paced(() => follower.ask());
  let reached: ReachedAnswer | null = null;
  const look = (): void => {
    if (reached !== null && follower.isNew(reached)) asking.ask(look);
  };
  const take = ({ data }: MessageEvent<string>): void => {
    reached = JSON.parse(data) as ReachedAnswer;
    look();
  };
  const leave = followStream(() => '/api/v1/overview/live', take, follower.onConnected, REACHED_EVENT);
  return () => {
    leave();
    asking.stop();
  };
}

/** One question at a time, and a rest behind each. What is asked meanwhile is asked once, behind the rest. */
export function paced(question: () => Promise<void>): { ask(then: () => void): void; stop(): void } {
  let isBusy = false;
  let isStopped = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    ask: (then) => {
      if (isBusy || isStopped) return;
      isBusy = true;
      const began = performance.now();
      void question().then(() => {
        if (isStopped) return;
        const rest = Math.max(LEAST_MS, SHARE * (performance.now() - began));
        resting = setTimeout(() => {
          isBusy = false;
          then();
        }, rest);
      });
    },
    stop: () => {
      isStopped = true;
      clearTimeout(resting);
    },
  };
}
