/** Follows a question for a page: thousands of events may come in a second, and the page's own thread has to do with those alone that it shows. */
import { PASSED_EVENT, readPassed } from '#wire';
import { openableStream } from '../follow-stream.ts';
import { LiveTail } from './live-tail.ts';
import type { FromTail, ToTail } from './tail-messages.ts';

/** Nobody reads a table that is another one in every frame. */
const PACE_MS = 250;
/** What comes within a frame is shown together. */
const FRAME_MS = 16;

self.addEventListener('message', ({ data }: MessageEvent<ToTail>) => {
  if (data.what === 'follow') follow(data.address, BigInt(data.after));
  else followed?.(data);
});

/** What is done with all further messages; null: nothing is followed yet. */
let followed: ((message: Exclude<ToTail, { what: 'follow' }>) => void) | null = null;

function follow(address: string, after: bigint): void {
  const tail = new LiveTail({
    after,
    show: (arrived) => say({ what: 'arrived', arrived, to: String(tail.position) }),
    lookAgain: () => say({ what: 'again' }),
    tell: (count) => say({ what: 'waiting', count }),
    soon: paced(),
  });
  const stream = openableStream({
    address: () => {
      const url = new URL(address);
      url.searchParams.set('after', String(tail.position));
      return url.href;
    },
    // The id of a found event is its position, and that of those that are only counted the position of the last.
    onEvent: ({ type, lastEventId, data }) => {
      if (type === PASSED_EVENT) tail.pass(BigInt(lastEventId), readPassed(JSON.parse(data)).size);
      else tail.take(BigInt(lastEventId), data);
    },
    onConnected: (isConnected) => say({ what: 'connected', isConnected }),
    names: ['event', PASSED_EVENT],
  });
  followed = (message) => {
    if (message.what === 'sight') stream.turn(message.isInSight);
    else if (message.what === 'hold') tail.hold(message.isHeld);
    else tail.show();
  };
}

function say(message: FromTail): void {
  self.postMessage(message);
}

/** When the frame is over, or the pace where the last time was less long ago. */
function paced(): (callback: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (callback) => {
    const left = last + PACE_MS - performance.now();
    setTimeout(
      () => {
        last = performance.now();
        callback();
      },
      Math.max(FRAME_MS, left),
    );
  };
}
