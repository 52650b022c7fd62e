import type { Bar } from '#client/search/bars';
import { type Brushed, highOf, lowOf } from './use-histogram-brush.ts';

const HEIGHT = 56;
/** Of a bar's room; the rest is the gap beside it. */
const WIDTH = 0.84;
/** A single event beside thousands is seen too. */
const LOWEST = 2;

/** The bars as one drawing, stretched to the width of the page. */
export function HistogramBars({
  bars,
  slots,
  shown,
  isBrushed,
}: {
  bars: readonly Bar[];
  slots: number;
  /** What is pointed at or chosen. */
  shown: Brushed | null;
  isBrushed: boolean;
}) {
  const most = Math.max(1, ...bars.map(({ events }) => events));
  const pathOf = (first: number, last: number) =>
    bars
      .slice(first, last + 1)
      .map(({ events }, nth) => {
        if (events === 0) return '';
        const height = Math.max(LOWEST, (events / most) * (HEIGHT - 4));
        return `M${first + nth + (1 - WIDTH) / 2} ${HEIGHT}v${-height}h${WIDTH}v${height}Z`;
      })
      .join('');
  const [low, high] = shown === null ? [0, -1] : [lowOf(shown), highOf(shown)];
  return (
    <svg
      aria-hidden
      width="100%"
      height={HEIGHT}
      viewBox={`0 0 ${slots} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block border-line-2 border-b text-ink-3"
    >
      {shown === null ? null : (
        <rect
          x={low}
          y={0}
          width={high - low + 1}
          height={HEIGHT}
          className={isBrushed ? 'fill-ink opacity-15' : 'fill-ink opacity-5'}
        />
      )}
      <path d={pathOf(0, bars.length - 1)} fill="currentColor" opacity={isBrushed ? 0.45 : 0.8} />
      {shown === null ? null : <path d={pathOf(low, high)} className="fill-ink" />}
    </svg>
  );
}
