import type { ReactNode } from 'react';
import { notedEntity } from '#client/notes/noted-entity';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { EntityTypeWords, EventTypeWords } from '#components/ui/names';
import { ShortInstant } from '#components/ui/short-instant';
import { Tag } from '#components/ui/tag';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { EntitiesView } from '#wire';
import { ColumnValue } from './column-value.tsx';
import { DensityStrip } from './density-strip.tsx';
import { entityThenHref } from './entity-then-href.ts';

/** As of the moment of the list. */
export interface ListedEntity {
  readonly entityType: string;
  readonly entityId: string;
  readonly version: number;
  readonly removed: boolean;
  readonly lastRecorded: bigint;
  readonly lastOccurred: bigint;
  readonly lastType: string;
  readonly lastActor: string | null;
  readonly values: readonly { readonly path: string; readonly value: string; readonly isCut: boolean }[];
  /** On the occurred axis as of a position: the newest version that was in the log then. */
  readonly known: number | null;
}

const CELL = 'px-2 py-1.5 align-baseline first:pl-4 last:pr-4';

export function EntityRow({
  view,
  row,
  counts,
  mark,
}: {
  view: EntitiesView;
  row: ListedEntity;
  counts: readonly { readonly part: number; readonly events: number }[] | null;
  mark: number | null;
}) {
  const href = entityThenHref(view, row);
  const { axis } = view.time;
  const events = counts?.reduce((sum, part) => sum + part.events, 0) ?? null;
  const count = countText(axis === 'recorded' ? row.version : null, events);
  const last = axis === 'recorded' ? row.lastRecorded : row.lastOccurred;
  return (
    <tr className="border-line border-b last:border-b-0 hover:bg-sunken">
      <th scope="row" className={`${CELL} min-w-40 max-w-[480px] text-left font-normal`}>
        <Link href={href} className="inline-flex min-h-6 max-w-full items-baseline gap-2 hover:underline">
          <EntityWords row={row} />
        </Link>
        {row.removed ? (
          <>
            {' '}
            <Tag tone="quiet" title="Its last event removed it; its history is still here">
              removed
            </Tag>
          </>
        ) : null}
        <p className="text-ink-3 text-sm md:hidden">
          <EventTypeWords type={row.lastType} />
          {count === null ? '' : `, ${count} ${count === '1' ? 'event' : 'events'}`}
          <br />
          <ShortInstant micros={last} />
        </p>
      </th>
      {view.columns.map((path) => (
        <td key={path} className={`${CELL} max-w-[360px] max-sm:max-w-40`}>
          <ColumnValue value={row.values.find((one) => one.path === path) ?? null} href={href} />
        </td>
      ))}
      <td className={`${CELL} whitespace-nowrap text-right font-mono text-sm max-md:hidden`}>{count}</td>
      <td className={`${CELL} max-md:hidden`}>
        {counts === null ? null : <DensityStrip counts={counts} mark={mark} />}
      </td>
      <td className={`${CELL} min-w-36 max-w-60 max-md:hidden`}>
        <TwoLines of={row.lastType}>
          <EventTypeWords type={row.lastType} />
        </TwoLines>
      </td>
      <td className={`${CELL} min-w-36 max-w-60 text-ink-2 max-lg:hidden`}>
        {row.lastActor === null ? (
          <span className="text-ink-3">no actor</span>
        ) : (
          <TwoLines of={row.lastActor}>
            <VisibleText text={row.lastActor} />
          </TwoLines>
        )}
      </td>
      <td className={`${CELL} text-ink-3 max-md:hidden xl:whitespace-nowrap`}>
        <Instant micros={last} />
      </td>
    </tr>
  );
}

/** A long name makes no tall row; the whole of it is the title. Words stay whole where they fit in a line. */
function TwoLines({ of, children }: { of: string; children: ReactNode }) {
  return (
    <span title={visibleString(of)} className="line-clamp-2 [overflow-wrap:break-word]">
      {children}
    </span>
  );
}

function EntityWords({ row }: { row: ListedEntity }) {
  const listed = { type: row.entityType, id: row.entityId };
  const noted = notedEntity(listed);
  const { type, id } = noted ?? listed;
  return (
    <>
      <span
        className="shrink-0 text-ink-2"
        title={noted === null ? undefined : `Kept as ${visibleString(`${listed.type} ${listed.id}`)}`}
      >
        {noted === null ? null : 'Notes on '}
        {noted === null ? <EntityTypeWords entityType={type} /> : <VisibleText text={type} />}
      </span>{' '}
      <span
        className={`min-w-0 font-mono text-sm [overflow-wrap:anywhere] ${row.removed ? 'text-ink-3 line-through' : ''}`}
      >
        <VisibleId id={id} />
      </span>
    </>
  );
}

/** `12 of 31` where more came later. As things happened, the place of its last event then is not known without reading them. */
function countText(then: number | null, all: number | null): string | null {
  if (then === null) return all === null ? null : all.toLocaleString('en');
  if (all === null || all <= then) return then.toLocaleString('en');
  return `${then.toLocaleString('en')} of ${all.toLocaleString('en')}`;
}
