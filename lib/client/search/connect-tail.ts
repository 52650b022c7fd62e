/** The page's side of the worker that follows a question; after one that has ended, another goes on where it was. */
import { whileInSight } from '../follow-stream.ts';
import type { ArrivedEvents } from './arrived-events.ts';
import type { FromTail, ToTail } from './tail-messages.ts';

const AGAIN_MS = 3_000;

export interface FollowedTail {
  /** Of the stream, without the place behind which it begins. */
  readonly address: string;
  /** The position behind which it begins. */
  readonly after: string;
  onArrived(arrived: ArrivedEvents): void;
  /** How many wait while they are held. */
  onWaiting(count: number): void;
  /** More waited than is handed on. */
  onTooMany(): void;
  /** false: the connection is lost, and sought again. */
  onConnected(isConnected: boolean): void;
}

export interface TailConnection {
  hold(isHeld: boolean): void;
  /** Shows what waits. */
  show(): void;
  close(): void;
}

export function connectTail({ address, ...follower }: FollowedTail): TailConnection {
  let { after } = follower;
  let isHeld = false;
  let worker: Worker | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let leaveSight: () => void = () => undefined;
  const say = (message: ToTail) => worker?.postMessage(message);

  const close = (): void => {
    clearTimeout(again);
    leaveSight();
    worker?.terminate();
    worker = null;
  };
  const open = (): void => {
    close();
    worker = new Worker(new URL('./live-tail.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromTail>) => {
      if (data.what === 'arrived') {
        after = data.to;
        follower.onArrived(data.arrived);
      } else if (data.what === 'waiting') follower.onWaiting(data.count);
      else if (data.what === 'connected') follower.onConnected(data.isConnected);
      else follower.onTooMany();
    });
    // Its script could not be loaded, as when the server is away.
    worker.addEventListener('error', () => {
      close();
      follower.onConnected(false);
      again = setTimeout(open, AGAIN_MS);
    });
    say({ what: 'follow', address, after });
    say({ what: 'hold', isHeld });
    leaveSight = whileInSight((isInSight) => say({ what: 'sight', isInSight }));
  };
  open();
  return {
    hold: (next) => {
      isHeld = next;
      say({ what: 'hold', isHeld });
    },
    show: () => say({ what: 'show' }),
    close,
  };
}
