'use client';

import { ChevronDown, Clock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { flushSync } from 'react-dom';
import { AXIS_WORDS, shortAsOf } from '#client/app-time-words';
import { useHandlers } from '#client/commands/handlers';
import { type PageTime, pageAt } from '#client/page-time';
import { useShownZone } from '#client/zone';
import { visibleString } from '#components/ui/visible-text';
import { TimePanel } from './time-panel.tsx';
import { useDetails } from './use-details.ts';

/** The one moment of the store-wide pages. A disclosure around a form and links: it works before any script has run. */
export function TimePicker({ page }: { page: PageTime }) {
  const { time } = page;
  const zone = useShownZone(time.zone);
  const router = useRouter();
  const { details, close, focusTitle, closing } = useDetails();
  const isNow = time.asOf === null;
  const go = (href: string) => {
    close();
    focusTitle();
    router.push(href);
  };
  useHandlers({
    appTime: () => {
      const { current } = details;
      if (current !== null) flushSync(() => current.setAttribute('open', ''));
      current?.querySelector<HTMLInputElement>('input[name=asof]')?.focus();
    },
    appNow: isNow ? undefined : () => router.push(pageAt(page, { ...time, asOf: null })),
  });
  const asOf = visibleString(shortAsOf(time.asOf, zone));
  const beside = isNow && time.axis === 'recorded' ? '' : AXIS_WORDS[time.axis];
  return (
    <details ref={details} className="relative print:hidden" {...closing}>
      <summary
        className={`flex h-7 list-none items-center gap-1.5 rounded-md border pr-1.5 pl-2 hover:bg-sunken [&::-webkit-details-marker]:hidden ${isNow ? 'border-line-2' : 'border-now bg-now-soft text-now'}`}
      >
        <Clock aria-hidden size={14} className={isNow ? 'text-ink-3' : 'max-sm:hidden'} />
        <span className="sr-only">Time of the app: </span>
        <span className={`whitespace-nowrap ${isNow ? '' : 'font-mono text-sm'}`}>{asOf}</span>
        {beside === '' ? null : <span className="whitespace-nowrap max-xl:sr-only">{beside}</span>}
        <ChevronDown aria-hidden size={14} className="text-ink-3" />
      </summary>
      {/* Focusable, so that a press between its fields does not count as leaving it. */}
      <div
        tabIndex={-1}
        className="absolute top-8 left-0 z-40 max-md:fixed max-md:top-auto max-md:left-3 max-md:mt-1 flex max-h-[calc(100vh-96px)] w-[min(400px,calc(100vw-24px))] flex-col gap-3 overflow-y-auto rounded-md border border-line-2 bg-surface p-3 shadow-pop outline-none"
      >
        <TimePanel page={page} onGo={go} />
      </div>
    </details>
  );
}
