import type { ReactNode } from 'react';
import { rowsWalk } from '#client/overview/walk';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { useWalk } from './use-walk.ts';

export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  /** Where the name leads; null: nowhere but to its events. */
  readonly nameHref: string | null;
  readonly events: number;
  /** To the events that are counted. */
  readonly href: string;
}

/** Names with how many events each has, as bars that can be compared: a grid that is walked with the arrows, in which every number leads to its events. */
export function BarList({
  id,
  title,
  of,
  rows,
  empty,
  note,
}: {
  id: string;
  title: string;
  /** What the names are. */
  of: string;
  rows: readonly BarRow[];
  empty: string;
  /** What all of it is limited to. */
  note?: ReactNode;
}) {
  return (
    <PageSection id={id} title={title}>
      {rows.length === 0 ? (
        <p className="border-line border-t py-2 text-ink-2">{empty}</p>
      ) : (
        <div className="border-line border-t max-sm:-mx-4 max-sm:border-b max-sm:bg-surface">
          <Rows id={id} of={of} rows={rows} />
        </div>
      )}
      {note === undefined || rows.length === 0 ? null : <p className="mt-2 text-ink-3 text-sm">{note}</p>}
    </PageSection>
  );
}

function Rows({ id, of, rows }: { id: string; of: string; rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map(({ events }) => events));
  const { grid, stop } = useWalk(
    rowsWalk(rows.map((row) => [row.nameHref === null ? null : nameStop(row), eventsStop(row)])),
  );
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of links that is walked with the arrows is a grid
      role="grid"
      aria-labelledby={id}
      className="w-full table-fixed border-collapse"
      {...grid}
    >
      <thead className="sr-only">
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">Events</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <Row key={row.key} row={row} share={row.events / most} stop={stop} />
        ))}
      </tbody>
    </table>
  );
}

const nameStop = ({ key }: BarRow): string => `name ${key}`;
const eventsStop = ({ key }: BarRow): string => `events ${key}`;

function Row({ row, share, stop }: { row: BarRow; share: number; stop: ReturnType<typeof useWalk>['stop'] }) {
  const { name, nameHref, events, href } = row;
  return (
    <tr className="relative hover:bg-sunken">
      <th scope="row" className="relative h-8 py-1 pr-2 text-left font-normal max-sm:pl-4">
        {nameHref === null ? (
          <span className="block truncate">{name}</span>
        ) : (
          <Link
            href={nameHref}
            {...stop(nameStop(row))}
            className="block min-h-6 truncate leading-6 underline decoration-line-2 underline-offset-2 outline-offset-[-2px] hover:decoration-current"
          >
            {name}
          </Link>
        )}
      </th>
      <td className="w-[45%] py-1 max-sm:pr-4">
        <Link
          href={href}
          {...stop(eventsStop(row))}
          className="group flex min-h-6 items-center gap-2 outline-offset-[-2px]"
        >
          <span aria-hidden className="h-2 min-w-0 flex-1">
            <span
              className="block h-full min-w-0.5 rounded-[1px] bg-ink-3 forced-colors:bg-[CanvasText]"
              style={{ width: `${share * 100}%` }}
            />
          </span>
          <span className="w-16 shrink-0 text-right font-mono text-sm underline decoration-line-2 underline-offset-2 group-hover:decoration-current">
            {events.toLocaleString('en')}
          </span>
          <span className="sr-only">{events === 1 ? 'event' : 'events'}</span>
        </Link>
      </td>
    </tr>
  );
}
