'use client';

import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { instantOfAsOf, shortAsOf } from '#client/app-time-words';
import { lapseText } from '#client/lapse-text';
import { orderWords } from '#client/search/result-columns';
import type { FoundSummary } from '#client/search/use-found-summary';
import { useZone } from '#client/zone';
import { Button, IconButton } from '#components/ui/button';
import type { AppTime, FoundSummaryAnswer, ResultSort } from '#wire';

export interface ResultLineProps {
  readonly found: FoundSummary;
  /** Up to which position the rows were looked for; null: none came yet. */
  readonly shownTo: string | null;
  readonly sort: ResultSort;
  readonly direction: 'desc' | 'asc';
  /** Up to which moment events count. */
  readonly time: AppTime;
  /** The query asks for the product's own events. */
  readonly hasOwn: boolean;
  onLookAgain(): void;
}

/** What is shown: how many, in which order, how new, and what is left out. */
export function ResultLine({ found, time, shownTo, sort, direction, hasOwn, onLookAgain }: ResultLineProps) {
  const { problem, isWaiting, answeredAt } = found;
  // A number of the question before would be taken for one of this.
  const summary = found.isOld ? null : found.summary;
  const order = orderWords(sort, direction);
  const zone = useZone();
  const then =
    time.asOf === null
      ? ''
      : ` ${instantOfAsOf(time.asOf) === null ? 'in the log' : time.axis} up to ${shortAsOf(time.asOf, zone)}`;
  return (
    <div className="flex min-h-7 flex-none flex-wrap items-center gap-x-2 px-3 text-ink-2 text-sm sm:px-4">
      <p role="status" aria-busy={isWaiting}>
        {summary === null ? (
          <>
            Events{then}, {order}.{' '}
            {problem === null ? 'Counting…' : 'How many there are could not be counted.'}
          </>
        ) : (
          <>
            <b className="font-semibold text-ink">{countWords(summary)}</b>
            {then}, {order}
          </>
        )}
      </p>
      {summary === null ? null : (
        <p>
          <span aria-hidden className="max-sm:hidden">
            ·{' '}
          </span>
          up to @{grouped(summary.searchedTo)}, <Age at={answeredAt} />
          {summary.searchedTo === summary.head
            ? ''
            : `; what came since, up to @${grouped(summary.head)}, is counted in a moment`}
        </p>
      )}
      {summary === null || shownTo === null || BigInt(shownTo) >= BigInt(summary.searchedTo) ? (
        <IconButton label="Look again" onClick={onLookAgain}>
          <RefreshCw aria-hidden size={13} />
        </IconButton>
      ) : (
        <Button look="outlined" onClick={onLookAgain}>
          <RefreshCw aria-hidden size={13} />
          Show what came since
        </Button>
      )}
      {hasOwn ? null : (
        <p className="text-ink-3">
          The product’s own events, such as notes, are left out;{' '}
          <code className="whitespace-nowrap">type:$*</code> finds them.
        </p>
      )}
    </div>
  );
}

function countWords({ events, of }: FoundSummaryAnswer): string {
  const count = events.toLocaleString('en');
  if (of === 'newest') return `More than ${count} events, of which the newest ${count} are counted below`;
  return `${count} ${events === 1 ? 'event' : 'events'}`;
}

const grouped = (position: string): string => BigInt(position).toLocaleString('en');

const TICK_MS = 1000;

/** How long ago the server answered. Nobody is told of it as it passes. */
function Age({ at }: { at: number | null }) {
  const [opened] = useState(() => Date.now());
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const age = now === null ? 0 : now - (at ?? opened);
  return <span className="whitespace-nowrap">{age < TICK_MS ? 'just now' : `${lapseText(age)} ago`}</span>;
}
