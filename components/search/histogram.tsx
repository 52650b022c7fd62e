'use client';

import { type ReactNode, useMemo } from 'react';
import { useKeyPlace } from '#client/commands/key-places';
import { barsWords, eventsIn, eventsWords, spanWords } from '#client/search/bar-words';
import { type Bars, barsOf } from '#client/search/bars';
import { useZone } from '#client/zone';
import { BarScale } from '#components/ui/bar-scale';
import { BarsTable } from '#components/ui/bars-table';
import { FIRST_INSTANT, LAST_INSTANT, type Times } from '#core';
import type { FoundSummaryAnswer } from '#wire';
import { HistogramBars } from './histogram-bars.tsx';
import { type Brushed, highOf, lowOf, useHistogramBrush } from './use-histogram-brush.ts';

export interface HistogramProps {
  /** null: nothing came. */
  readonly summary: FoundSummaryAnswer | null;
  /** It is of the question before. */
  readonly isOld: boolean;
  /** What would come could not be counted. */
  readonly isFailed: boolean;
  /** What the query asks of the clock that is counted by. */
  readonly times: Times | null;
  /** What stands in its upper right corner. */
  readonly children?: ReactNode;
  /** Whole bars were chosen. */
  onTimes(times: Times): void;
}

/** Few bars are not drawn as wide as the page. */
const FEWEST_SLOTS = 24;

/** When the events were; whole bars of it set the range of times. */
export function Histogram({ summary, isOld, isFailed, times, children, onTimes }: HistogramProps) {
  const zone = useZone();
  const drawn = useMemo(
    () => (summary === null ? null : barsOf(summary, times, zone)),
    [summary, times, zone],
  );
  return (
    <section
      aria-label="Events over time"
      aria-busy={isOld}
      className="flex-none border-line border-b bg-surface px-3 pb-1 sm:px-4"
    >
      {drawn === null ? (
        <>
          <Head
            left={
              summary !== null
                ? 'No event, so no bars.'
                : isFailed
                  ? 'The bars could not be counted.'
                  : 'Counting…'
            }
          >
            {children}
          </Head>
          <div className="h-[76px]" />
        </>
      ) : (
        <DrawnHistogram {...{ drawn, isOld, onTimes }}>{children}</DrawnHistogram>
      )}
    </section>
  );
}

function DrawnHistogram({
  drawn,
  isOld,
  children,
  onTimes,
}: { readonly drawn: Bars } & Pick<HistogramProps, 'isOld' | 'children' | 'onTimes'>) {
  useKeyPlace('bars');
  const zone = useZone();
  const { bars } = drawn;
  const slots = Math.max(bars.length, FEWEST_SLOTS);
  const wordsOf = (span: Brushed) => {
    const chosen = bars.slice(lowOf(span), highOf(span) + 1);
    const words = spanWords(chosen[0]?.from ?? 0, chosen.at(-1)?.to ?? 0, drawn, zone);
    return `${words}: ${eventsWords(eventsIn(chosen))}`;
  };
  const { brushed, hovered, handlers } = useHistogramBrush({
    count: bars.length,
    slots,
    onTake: (span) => onTimes(timesOfBars(drawn, span)),
  });
  const shown = brushed ?? (hovered === null ? null : { anchor: hovered, cursor: hovered });
  const cursor = brushed?.cursor ?? bars.length - 1;
  const spoken = brushed ?? { anchor: cursor, cursor };
  return (
    <>
      <Head left={shown === null ? `Each bar is ${barsWords(drawn, zone)}` : wordsOf(shown)}>{children}</Head>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Bars of events over time"
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={cursor + 1}
        aria-valuetext={`${wordsOf(spoken)}. Enter shows only these; Shift and the arrows choose several bars.`}
        title="Drag over bars to show only their events"
        className={`relative h-14 cursor-crosshair touch-pan-y select-none outline-offset-2 transition-opacity ${isOld ? 'opacity-40' : ''}`}
        {...handlers}
      >
        <HistogramBars bars={bars} slots={slots} shown={shown} isBrushed={brushed !== null} />
      </div>
      <BarScale drawn={drawn} slots={slots} />
      <BarsTable drawn={drawn} />
    </>
  );
}

function Head({ left, children }: { left: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap py-1 items-center gap-x-2">
      <p className="min-w-0 flex-1 basis-60 truncate text-ink-2 text-sm" title={left}>
        {left}
      </p>
      {children}
    </div>
  );
}

/** From the beginning of the first to the end of the last, as far as there are instants. */
function timesOfBars({ bars }: Bars, brushed: Brushed): Times {
  const from = BigInt(bars[lowOf(brushed)]?.from ?? 0) * 1000n;
  const to = BigInt(bars[highOf(brushed)]?.to ?? 0) * 1000n;
  return { from: from < FIRST_INSTANT ? FIRST_INSTANT : from, to: to > LAST_INSTANT ? LAST_INSTANT : to };
}
