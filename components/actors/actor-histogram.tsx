'use client';

import { useMemo } from 'react';
import { barsWords, eventsWords, spanWords } from '#client/search/bar-words';
import { type Bars, barsOf } from '#client/search/bars';
import { useZone } from '#client/zone';
import { BarScale } from '#components/ui/bar-scale';
import { BarsTable } from '#components/ui/bars-table';
import { PageSection } from '#components/ui/document-page';
import type { ActorAnswer } from '#wire';

const HEIGHT = 64;
/** Few bars are not drawn as wide as the page. */
const FEWEST_SLOTS = 24;
/** Of a bar's room; the rest is the gap beside it. */
const WIDTH = 0.84;
/** A single event beside thousands is seen too. */
const LOWEST = 2;

/** When the actor was at work. */
export function ActorHistogram({
  counts,
  width,
  zone: clock,
}: Pick<ActorAnswer, 'counts' | 'width' | 'zone'>) {
  const zone = useZone();
  const drawn = useMemo(() => barsOf({ counts, width, clock }, null, zone), [counts, width, clock, zone]);
  if (drawn === null) return null;
  return (
    <PageSection
      id="over-time"
      title="Over time"
      aside={<span className="text-ink-3">each bar is {barsWords(drawn, zone)}</span>}
    >
      <div className="border-line border-y bg-surface px-4 pt-3 max-sm:-mx-4 sm:rounded-md sm:border">
        <Drawing drawn={drawn} zone={zone} />
        <BarsTable drawn={drawn} />
      </div>
    </PageSection>
  );
}

function Drawing({ drawn, zone }: { drawn: Bars; zone: string }) {
  const { bars } = drawn;
  const slots = Math.max(bars.length, FEWEST_SLOTS);
  const most = Math.max(1, ...bars.map(({ events }) => events));
  return (
    <div aria-hidden>
      <svg
        role="presentation"
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 ${slots} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block border-line-2 border-b text-ink-3"
      >
        {bars.map(({ from, to, events }, nth) => {
          const height = events === 0 ? 0 : Math.max(LOWEST, (events / most) * (HEIGHT - 4));
          return (
            // Its whole room answers to the pointer, however low the bar is.
            <g key={from} className="group">
              <title>{`${spanWords(from, to, drawn, zone)}: ${eventsWords(events)}`}</title>
              <rect
                x={nth}
                y={0}
                width={1}
                height={HEIGHT}
                className="fill-ink opacity-0 group-hover:opacity-5"
              />
              <rect
                x={nth + (1 - WIDTH) / 2}
                y={HEIGHT - height}
                width={WIDTH}
                height={height}
                className="fill-current opacity-80 group-hover:opacity-100"
              />
            </g>
          );
        })}
      </svg>
      <BarScale drawn={drawn} slots={slots} />
    </div>
  );
}
