import { type AppTime, readAppTime } from '#wire';
import { playheadTime } from './playhead-time.ts';

/** Where the app stands, as far as the address of any page says it: a version means nothing elsewhere. */
export function timeOfAddress(params: URLSearchParams): AppTime {
  const time = readAppTime(params);
  return time.asOf === null ? playheadTime(params.get('at'), null, time.axis, time.zone) : time;
}
