/**
 * While the playhead moves, the panes draw one a frame: each takes a good part of the time that a frame has, and two together more than
 * there is. Words that may come a frame later leave a frame to the pane that draws in it.
 */
import { flushSync } from 'react-dom';

type Draw = () => void;

const waiting: Draw[] = [];
let isAsked = false;
let drawnAt = Number.NEGATIVE_INFINITY;

/** `draw` sets what is shown, in one of the next frames; what is `first` comes before all that waits. Gives the way to call it off. */
export function takeTurn(draw: Draw, first = false): () => void {
  if (first) waiting.unshift(draw);
  else waiting.push(draw);
  ask();
  return () => {
    const place = waiting.indexOf(draw);
    if (place >= 0) waiting.splice(place, 1);
  };
}

/** Whether a pane draws in the frame of this time, which is told to all that is called in it. */
export const isTaken = (frame: number): boolean => waiting.length > 0 || drawnAt === frame;

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(next);
}

function next(frame: number): void {
  isAsked = false;
  const draw = waiting.shift();
  if (draw !== undefined) {
    drawnAt = frame;
    flushSync(draw);
  }
  if (waiting.length > 0) ask();
}
