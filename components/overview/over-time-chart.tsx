'use client';

import { useRouter } from 'next/navigation';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type CountedOn, eventsHrefWithin } from '#client/overview/events-href';
import type { StackedBar, StackedBars, StackedTypes } from '#client/overview/stacked-bars';
import { OTHER_SLOT, SLOTS } from '#client/playhead-categories';
import { barTicks } from '#client/search/bar-ticks';
import { spanWords } from '#client/search/bar-words';
import { useZone } from '#client/zone';
import { OverTimeTip } from './over-time-tip.tsx';

const HEIGHT = 208;
const AXIS_WIDTH = 44;
/** Few bars are not drawn as wide as the page. */
const WIDEST = 40;

interface ChartProps {
  readonly drawn: StackedBars;
  readonly types: StackedTypes;
  readonly on: CountedOn;
}

/** The drawing alone: the table beside it says the same to those who do not see it, and has the links for the keys. */
export function OverTimeChart({ drawn, types, on }: ChartProps) {
  const zone = useZone();
  const router = useRouter();
  const open = (slot: number, bar: StackedBar | undefined) => {
    const type = types[slot];
    if (type !== undefined && bar !== undefined) router.push(eventsHrefWithin(on, type.q, bar.times));
  };
  return (
    <div aria-hidden className="over-time-chart">
      <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ width: 900, height: HEIGHT }}>
        <BarChart
          // The library keeps the place that was pointed at, and would tell of another bar there.
          key={`${drawn.bars[0]?.from} ${drawn.bars.at(-1)?.to}`}
          data={drawn.bars}
          accessibilityLayer={false}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="16%"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="from" hide />
          <YAxis
            width={AXIS_WIDTH}
            allowDecimals={false}
            axisLine={false}
            tickLine={false}
            tickMargin={6}
            tickCount={5}
            tick={{ fill: 'var(--ink-3)', fontSize: 11, fontFamily: 'var(--font-mono)' }}
            tickFormatter={(events: number) => shortCount(events)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--ink)', fillOpacity: 0.06 }}
            content={({ active, payload }) => {
              const bar = active === true ? barOf(drawn, payload[0]?.payload) : undefined;
              return bar === undefined ? null : (
                <OverTimeTip when={spanWords(bar.from, bar.to, drawn, zone)} bar={bar} types={types} />
              );
            }}
          />
          {types.map(({ type }, slot) => (
            <Bar
              key={type ?? ''}
              dataKey={({ parts }: StackedBar) => parts[slot] ?? 0}
              stackId="events"
              maxBarSize={WIDEST}
              fill={`var(${SLOTS[type === null ? OTHER_SLOT : slot]?.token ?? '--t0'})`}
              isAnimationActive={false}
              className="cursor-pointer forced-colors:stroke-[Canvas]"
              onClick={(_, nth) => open(slot, drawn.bars[nth])}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      <div className="relative h-5 overflow-hidden text-ink-3 text-xs" style={{ marginLeft: AXIS_WIDTH }}>
        {barTicks(drawn, drawn.bars.length, zone).map(({ place, label }, nth) => (
          <span
            key={place}
            style={{ left: `${place * 100}%` }}
            className={`absolute top-0 border-line-2 border-l pt-1 pl-1 leading-4 whitespace-nowrap ${nth % 2 === 1 || place > 0.8 ? 'max-sm:hidden' : ''}`}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The library hands the rows back without their type. */
const barOf = ({ bars }: StackedBars, row: unknown): StackedBar | undefined =>
  bars.find((bar) => bar === row);

/** `12k`, `1.5M`: for the ticks of an axis alone. */
const shortCount = (events: number): string =>
  Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(events);
