/** The moment of the app as far as an overview can stand at it: it counts by clocks, which know no position of the log. */
import type { AppTime } from '#wire';
import { instantOfAsOf } from '../app-time-words.ts';

export function countedTime(time: AppTime): AppTime {
  return instantOfAsOf(time.asOf) === null ? { ...time, asOf: null } : time;
}
