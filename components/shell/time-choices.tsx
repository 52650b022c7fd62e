'use client';

import type { MouseEvent } from 'react';
import { readAsOf } from '#client/as-of-text';
import { type PageTime, pageAt } from '#client/page-time';
import { Link } from '#components/ui/link';

const CHOICES = [
  { typed: '1h ago', text: 'An hour ago' },
  { typed: 'today', text: 'Today, 00:00' },
  { typed: 'yesterday', text: 'Yesterday, 00:00' },
  { typed: '1w ago', text: 'A week ago' },
  { typed: '1mo ago', text: 'A month ago' },
] as const;

/** Moments that are often meant. The links say them in words, so that they are counted from when one is taken. */
export function TimeChoices({
  page,
  zone,
  onGo,
}: {
  page: PageTime;
  /** Days begin on its clock; a name of the tz database. */
  zone: string;
  onGo(href: string): void;
}) {
  const { time } = page;
  const take = (typed: string) => (event: MouseEvent) => {
    const read = readAsOf(typed, { now: Date.now(), zone });
    if ('problem' in read || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onGo(pageAt(page, { ...time, asOf: read.asOf }));
  };
  const look = 'flex min-h-7 items-center rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink';
  return (
    <ul aria-label="Moments" className="-mx-2 flex flex-wrap border-line border-t pt-2">
      {time.asOf === null ? null : (
        <li>
          <Link href={pageAt(page, { ...time, asOf: null })} onClick={take('now')} className={look}>
            Now
          </Link>
        </li>
      )}
      {CHOICES.map(({ typed, text }) => (
        <li key={typed}>
          <Link href={pageAt(page, { ...time, asOf: typed })} onClick={take(typed)} className={look}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
