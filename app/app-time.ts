import { redirect } from 'next/navigation';
import { readAsOf } from '#client/as-of-text';
import { keptOf, type PageTime, pageAt } from '#client/page-time';
import { momentOfStore, serverApp } from '#server';
import { type AppTime, parseAppTime, readAppTime, withIgnored } from '#wire';

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

/** The same, where a position that the log has not reached is no moment of the store either. */
export async function reachedTime(search: URLSearchParams): Promise<AskedTime> {
  const asked = askedTime(search);
  const { time } = asked;
  if (time.asOf === null) return asked;
  const moment = await momentOfStore((await serverApp()).app, time.asOf);
  if (moment.ok) return asked;
  return {
    ...asked,
    time: { ...time, asOf: null },
    refused: { typed: time.asOf, why: moment.error.message },
  };
}

/** What the header of a page stands at, and takes along to the next one. */
export async function headerTime(path: string, search: URLSearchParams): Promise<PageTime> {
  const { time, refused, isSettled } = await reachedTime(search);
  const page = { time, path, kept: keptOf(search), refused };
  if (!isSettled) {
    const unread = withIgnored(new URLSearchParams(), parseAppTime(search).ignored);
    redirect(pageAt({ ...page, kept: [...page.kept, ...unread] }, time));
  }
  return page;
}
