import { instantOfAsOf } from '#client/app-time-words';
import type { EntitiesView } from '#wire';
import { ColumnHead } from './column-head.tsx';
import { Day } from './day.tsx';
import { EntityRow, type ListedEntity } from './entity-row.tsx';
import { NothingFound } from './nothing-found.tsx';

export interface Density {
  /** Microseconds of the first and the last event of all rows. */
  readonly from: bigint;
  readonly to: bigint;
  /** A row's events by part of that time. */
  readonly entities: readonly (readonly { readonly part: number; readonly events: number }[])[];
}

const HEAD = 'px-2 py-2 text-left align-bottom font-normal first:pl-4 last:pr-4';

/** One line an entity as it was at the moment: what it is, the fields that were asked for, how long its story is, and what happened to it last. */
export function EntityTable({
  view,
  rows,
  density,
}: {
  view: EntitiesView;
  rows: readonly ListedEntity[];
  /** null: their events could not be counted. */
  density: Density | null;
}) {
  if (rows.length === 0) return <NothingFound view={view} />;
  const mark = density === null ? null : placeOf(view, density);
  const isThen = view.time.asOf !== null;
  return (
    <div className="overflow-x-auto border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <table aria-label="Entities" className="w-full">
        <thead>
          <tr className="border-line border-b text-ink-3 text-sm">
            <th scope="col" className={HEAD}>
              Entity
            </th>
            {view.columns.map((path) => (
              <ColumnHead key={path} view={view} path={path} className={HEAD} />
            ))}
            <th scope="col" className={`${HEAD} text-right max-md:hidden`}>
              Events
            </th>
            <th scope="col" className={`${HEAD} max-md:hidden`}>
              <span className="sr-only">Its events over time, from </span>
              {density === null ? (
                'Over time: not counted'
              ) : (
                <span className="flex w-[120px] flex-col text-xs">
                  <Day micros={density.from} /> <span className="sr-only">to </span>
                  <span className="self-end">
                    <Day micros={density.to} />
                  </span>
                </span>
              )}
            </th>
            <th scope="col" className={`${HEAD} max-md:hidden`}>
              {isThen ? 'Last event then' : 'Last event'}
            </th>
            <th scope="col" className={`${HEAD} max-lg:hidden`}>
              By
            </th>
            <th scope="col" className={`${HEAD} max-md:hidden`}>
              {view.time.axis === 'recorded' ? 'Recorded' : 'Happened'}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <EntityRow
              key={JSON.stringify([row.entityType, row.entityId])}
              view={view}
              row={row}
              counts={density?.entities[index] ?? null}
              mark={mark}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the asked moment lies between the first and the last event; null: it is now, a position, or elsewhere. */
function placeOf({ time }: EntitiesView, { from, to }: Density): number | null {
  const at = instantOfAsOf(time.asOf);
  return at === null || at < from || at > to ? null : Number(at - from) / Number(to - from + 1n);
}
