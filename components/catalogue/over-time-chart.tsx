import type { OverTime } from '#client/catalogue/over-time';
import { Disclosure } from '#components/ui/disclosure';
import { Instant } from '#components/ui/instant';

/** How many events there were when, as bars, with the same as a table for whoever wants the numbers. */
export function OverTimeChart({ drawn }: { drawn: OverTime }) {
  const { from, width, counts } = drawn;
  const most = Math.max(1, ...counts);
  const to = from + width * BigInt(counts.length);
  return (
    <figure style={{ maxWidth: Math.max(LEAST_WIDTH, counts.length * WIDEST_BAR) }}>
      <svg
        aria-hidden
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-24 w-full border-line border-b bg-surface"
      >
        <path d={counts.map((events, part) => barOf(part, events / most)).join('')} className="fill-ink-3" />
      </svg>
      <figcaption className="mt-1 flex flex-wrap justify-between gap-x-4 text-ink-3 text-sm">
        <Instant micros={from} />
        <span>
          at most {most.toLocaleString('en')} {most === 1 ? 'event' : 'events'} in {widthText(width)}
        </span>
        <Instant micros={to} />
      </figcaption>
      <Disclosure
        className="mt-2"
        summaryClassName="min-h-6 w-fit text-ink-2 hover:text-ink"
        summary="The same as a table"
      >
        <section
          aria-label="Events over time, as a table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-1 max-h-80 w-fit overflow-auto"
        >
          <table className="border-collapse">
            <thead>
              <tr className="border-line border-b text-left text-ink-3 text-sm">
                <th scope="col" className="py-1 pr-8 font-medium">
                  From
                </th>
                <th scope="col" className="py-1 text-right font-medium">
                  Events
                </th>
              </tr>
            </thead>
            <tbody>
              {counts.map((events, part) =>
                events === 0 ? null : (
                  <tr key={String(from + BigInt(part) * width)}>
                    <th scope="row" className="py-0.5 pr-8 text-left font-normal">
                      <Instant micros={from + BigInt(part) * width} />
                    </th>
                    <td className="py-0.5 text-right font-mono text-sm">{events.toLocaleString('en')}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </section>
      </Disclosure>
    </figure>
  );
}

const HEIGHT = 48;
/** Pixels; few bars do not fill a page. */
const WIDEST_BAR = 28;
const LEAST_WIDTH = 560;

function barOf(part: number, share: number): string {
  if (share === 0) return '';
  const height = 1 + share * (HEIGHT - 3);
  return `M${part + 0.08} ${HEIGHT}v${-height}h0.84v${height}z`;
}

const HOUR = 3_600_000_000n;

/** The width is whole hours or days, except of a short time, which is cut finer. */
function widthText(width: bigint): string {
  if (width % (24n * HOUR) === 0n) return counted(width / (24n * HOUR), 'day');
  if (width % HOUR === 0n) return counted(width / HOUR, 'hour');
  const seconds = width / 1_000_000n;
  return seconds % 60n === 0n ? counted(seconds / 60n, 'minute') : `${Number(width) / 1_000_000} s`;
}

const counted = (count: bigint, unit: string): string => (count === 1n ? `one ${unit}` : `${count} ${unit}s`);
