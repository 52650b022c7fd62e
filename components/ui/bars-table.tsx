import { memo } from 'react';
import { spanWords } from '#client/search/bar-words';
import type { Bars } from '#client/search/bars';
import { useZone } from '#client/zone';

/** The same as the drawing, for those who hear the page. Bars without an event are left out. */
export const BarsTable = memo(function BarsTable({ drawn }: { drawn: Bars }) {
  const zone = useZone();
  const filled = drawn.bars.filter(({ events }) => events > 0);
  return (
    // A table is as wide as its words, also where it is not seen.
    <div className="sr-only">
      <table>
        <caption>Events over time, without the times that have none</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Events</th>
          </tr>
        </thead>
        <tbody>
          {filled.map(({ from, to, events }) => (
            <tr key={from}>
              <th scope="row">{spanWords(from, to, drawn, zone)}</th>
              <td>{events.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
