import { redirect } from 'next/navigation';
import { readAsOf } from '#client/as-of-text';
import { keptOf, type PageTime, pageAt } from '#client/page-time';
import { type AppTime, readAppTime } from '#wire';

export interface AskedTime {
  /** The moment that the page stands at: now where it could not be read. */
  readonly time: AppTime;
  readonly refused: PageTime['refused'];
  /** It was written by hand (`2h ago`): the address that keeps what it means has this instead. */
  readonly isSettled: boolean;
}

/** Days without a zone are read on the clock of the address; the server does not know that of the reader's machine, and takes UTC. */
export function askedTime(search: URLSearchParams): AskedTime {
  const time = readAppTime(search);
  if (time.asOf === null) return { time, refused: null, isSettled: true };
  const zone = time.zone === null || time.zone === 'local' ? 'UTC' : time.zone;
  const read = readAsOf(time.asOf, { now: Date.now(), zone });
  if ('problem' in read)
    return {
      time: { ...time, asOf: null },
      refused: { typed: time.asOf, why: read.problem },
      isSettled: true,
    };
  return { time: { ...time, asOf: read.asOf }, refused: null, isSettled: read.asOf === time.asOf };
}

/** Of a page that itself shows now alone, and carries the moment on to the next. */
export function headerTime(path: string, search: URLSearchParams): PageTime {
  const { time, refused, isSettled } = askedTime(search);
  const page = { time, path, kept: keptOf(search), refused };
  if (!isSettled) redirect(pageAt(page, time));
  return page;
}
