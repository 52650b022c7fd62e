/**
 * While the playhead moves, the panes draw one a frame: each takes a good part of the time that a frame has, and two together more than
 * there is. Words that may come a frame later leave a frame to the pane that draws in it.
 */
import { flushSync } from 'react-dom';

type Draw = () => void;

/** What comes before others does so at most this often on end, so that a movement without a pause is shown by all of them. */
const FIRSTS_ON_END = 3;

const first: Draw[] = [];
const others: Draw[] = [];
let firstsOnEnd = 0;
let isAsked = false;
let drawnAt = Number.NEGATIVE_INFINITY;

/** `draw` sets what is shown, in one of the next frames; what is `first` comes before others that wait. Gives the way to call it off. */
export function takeTurn(draw: Draw, isFirst = false): () => void {
  const queue = isFirst ? first : others;
  queue.push(draw);
  ask();
  return () => {
    const place = queue.indexOf(draw);
    if (place >= 0) queue.splice(place, 1);
  };
}

/** Whether a pane draws in the frame of this time, which is told to all that is called in it. */
export const isTaken = (frame: number): boolean => isAnyWaiting() || drawnAt === frame;

const isAnyWaiting = (): boolean => first.length > 0 || others.length > 0;

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(next);
}

function next(frame: number): void {
  isAsked = false;
  const isFirst = first.length > 0 && (others.length === 0 || firstsOnEnd < FIRSTS_ON_END);
  firstsOnEnd = isFirst ? firstsOnEnd + 1 : 0;
  const draw = (isFirst ? first : others).shift();
  if (draw !== undefined) {
    drawnAt = frame;
    flushSync(draw);
  }
  if (isAnyWaiting()) ask();
}
