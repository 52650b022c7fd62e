import { type CountedOn, eventsHrefWithin } from '#client/overview/events-href';
import type { StackedBars, StackedTypes } from '#client/overview/stacked-bars';
import { OTHER_SLOT } from '#client/playhead-categories';
import { spanWords } from '#client/search/bar-words';
import { useZone } from '#client/zone';
import { Link } from '#components/ui/link';
import { TypeMark } from '#components/ui/type-mark';
import { TypeName } from './type-name.tsx';

/** What the chart draws, in numbers that can be reached by keys and read aloud. Bars without an event are left out. */
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
  return (
    <section aria-label="Table of events over time" className="max-h-80 overflow-auto border-line border-t">
      <table className="w-full border-collapse text-sm">
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
          {drawn.bars
            .filter(({ events }) => events > 0)
            .map(({ from, to, parts, times }) => (
              <tr key={from}>
                <th scope="row" className="py-1 pr-3 pl-4 text-left font-normal whitespace-nowrap">
                  {spanWords(from, to, drawn, zone)}
                </th>
                {types.map(({ type, q }, slot) => {
                  const events = parts[slot] ?? 0;
                  return (
                    <td key={type ?? ''} className="px-3 py-1 text-right font-mono">
                      {events === 0 ? (
                        <span className="text-ink-3">0</span>
                      ) : (
                        <Link
                          href={eventsHrefWithin(on, q, times)}
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
