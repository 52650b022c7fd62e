/**
 * Asks again whenever the store has moved, and never more often than it can be read or answered.
 *
 * Connected only while the page is in sight: a browser has six connections to a server for all of its tabs.
 */
import { REACHED_EVENT, type ReachedAnswer } from '#wire';

const LEAST_MS = 1_000;
/** The server has more to do than to answer one page: for three quarters of the time at least it does something else. */
const SHARE = 3;
const AGAIN_MS = 3_000;

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
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = (): void => {
    close();
    if (document.visibilityState === 'hidden') return;
    const opened = new EventSource('/api/v1/overview/live');
    source = opened;
    opened.addEventListener(REACHED_EVENT, ({ data }: MessageEvent<string>) => {
      follower.onConnected(true);
      reached = JSON.parse(data) as ReachedAnswer;
      look();
    });
    opened.addEventListener('error', () => {
      follower.onConnected(false);
      // After an answer that is no stream the browser does not come back by itself: a server that is starting says 503.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    });
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    asking.stop();
    close();
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
