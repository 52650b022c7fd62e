import { barTicks } from '#client/search/bar-ticks';
import type { Bars } from '#client/search/bars';
import { useZone } from '#client/zone';

/** The times below a drawing of bars; `slots`: how many bars it has room for. */
export function BarScale({ drawn, slots }: { drawn: Bars; slots: number }) {
  const zone = useZone();
  return (
    <div aria-hidden className="relative h-5 overflow-hidden text-ink-3 text-xs">
      {barTicks(drawn, slots, zone).map(({ place, label }, nth) => (
        <span
          key={place}
          style={{ left: `${place * 100}%` }}
          className={`absolute top-0 border-line-2 border-l pt-1 pl-1 leading-4 whitespace-nowrap ${nth % 2 === 1 ? 'max-sm:hidden' : ''}`}
        >
          {label}
        </span>
      ))}
    </div>
  );
}
