import { type CountedOn, eventsHrefWithin } from '#client/overview/events-href';
import type { StackedBar, StackedBars, StackedTypes } from '#client/overview/stacked-bars';
import { rowsWalk } from '#client/overview/walk';
import { OTHER_SLOT } from '#client/playhead-categories';
import { spanWords } from '#client/search/bar-words';
import { useZone } from '#client/zone';
import { Link } from '#components/ui/link';
import { TypeMark } from '#components/ui/type-mark';
import { TypeName } from './type-name.tsx';
import { useWalk } from './use-walk.ts';

/** What the chart draws, in numbers that are walked with the arrows and read aloud. Bars without an event are left out. */
export function OverTimeTable({
  drawn,
  types,
  on,
}: {
  drawn: StackedBars;
  types: StackedTypes;
  on: CountedOn;
}) {
  const zone = useZone();
  const filled = drawn.bars.filter(({ events }) => events > 0);
  const { grid, stop } = useWalk(
    rowsWalk(
      filled.map((bar) =>
        types.map((_type, slot) => ((bar.parts[slot] ?? 0) === 0 ? null : stopOf(bar, slot))),
      ),
    ),
  );
  return (
    <section aria-label="Table of events over time" className="max-h-80 overflow-auto border-line border-t">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of links that is walked with the arrows is a grid
        role="grid"
        className="w-full border-collapse text-sm"
        {...grid}
      >
        <caption className="sr-only">Events over time by type, without the times that have none</caption>
        <thead className="sticky top-0 bg-surface">
          <tr className="border-line border-b text-left text-ink-3">
            <th scope="col" className="py-2 pr-3 pl-4 font-medium">
              Time
            </th>
            {types.map(({ type, types: count }, slot) => (
              <th key={type ?? ''} scope="col" className="px-3 py-2 text-right font-medium">
                <span className="inline-flex items-center gap-1.5">
                  <TypeMark slot={type === null ? OTHER_SLOT : slot} />
                  <TypeName type={type} types={count} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {filled.map((bar) => (
            <tr key={bar.from}>
              <th scope="row" className="py-1 pr-3 pl-4 text-left font-normal whitespace-nowrap">
                {spanWords(bar.from, bar.to, drawn, zone)}
              </th>
              {types.map(({ type, q }, slot) => {
                const events = bar.parts[slot] ?? 0;
                return (
                  <td key={type ?? ''} className="px-3 py-1 text-right font-mono">
                    {events === 0 ? (
                      <span className="text-ink-3">0</span>
                    ) : (
                      <Link
                        href={eventsHrefWithin(on, q, bar.times)}
                        {...stop(stopOf(bar, slot))}
                        className="inline-flex min-h-6 min-w-6 items-center justify-end underline decoration-line-2 underline-offset-2 hover:decoration-current"
                      >
                        {events.toLocaleString('en')}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const stopOf = ({ from }: StackedBar, slot: number): string => `${from} ${slot}`;
