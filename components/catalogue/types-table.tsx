import type { ReactNode } from 'react';
import { typeHref, typesHref } from '#client/catalogue-href';
import { microsOf } from '#client/search/micros-of';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { Tag } from '#components/ui/tag';
import { VisibleText } from '#components/ui/visible-text';
import type { EventTypeAnswer, TypeSort, TypesView } from '#wire';
import { type EventLabels, EventTypeName } from './event-type-name.tsx';
import { ShareBar } from './share-bar.tsx';
import { Sparkline } from './sparkline.tsx';

const CELL = 'px-3 py-1.5';

/** The types of events, one a row. `all`: the events of the namespace, of which each has its share. */
export function TypesTable({
  view,
  types,
  all,
  labels,
}: {
  view: TypesView;
  types: readonly EventTypeAnswer[];
  all: number;
  labels: EventLabels;
}) {
  return (
    <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-sm">
            <Heading view={view} sort="name" className="pl-4">
              Event type
            </Heading>
            <Heading view={view} className="max-md:hidden">
              Of
            </Heading>
            <Heading view={view} sort="events" className="text-right">
              Events
            </Heading>
            <Heading view={view} className="text-right max-sm:hidden">
              Share
            </Heading>
            <Heading view={view} className="max-lg:hidden">
              Over time
            </Heading>
            <Heading view={view} sort="first" className="max-xl:hidden">
              First seen
            </Heading>
            <Heading view={view} sort="last" className="pr-4">
              Last seen
            </Heading>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {types.map((type) => (
            <TypeRow key={type.type} view={view} type={type} share={type.events / all} labels={labels} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({
  view,
  sort,
  className = '',
  children,
}: {
  view: TypesView;
  sort?: TypeSort;
  className?: string;
  children: ReactNode;
}) {
  const isOrder = sort === view.sort;
  return (
    <th
      scope="col"
      aria-sort={isOrder ? (sort === 'events' || sort === 'last' ? 'descending' : 'ascending') : undefined}
      className={`whitespace-nowrap px-3 py-1 font-medium ${className}`}
    >
      {sort === undefined ? (
        children
      ) : (
        <Link
          href={typesHref({ ...view, sort })}
          className={`inline-flex min-h-6 items-center underline-offset-2 hover:text-ink hover:underline ${isOrder ? 'text-ink' : ''}`}
        >
          {children}
        </Link>
      )}
    </th>
  );
}

function TypeRow({
  view,
  type,
  share,
  labels,
}: {
  view: TypesView;
  type: EventTypeAnswer;
  share: number;
  labels: EventLabels;
}) {
  const { namespace, time } = view;
  const isRecorded = time.axis === 'recorded';
  return (
    <tr className="hover:bg-sunken">
      <th scope="row" className={`${CELL} pl-4 text-left font-medium [overflow-wrap:anywhere]`}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link
            href={typeHref(type.type, { namespace, time, schemaVersion: null })}
            className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
          >
            <EventTypeName type={type.type} labels={labels} />
          </Link>
          <VersionTags type={type} />
        </span>
      </th>
      <td className={`${CELL} min-w-24 text-ink-2 [overflow-wrap:anywhere] max-md:hidden`}>
        <VisibleText text={type.entityTypes.map(({ entityType }) => entityType).join(', ')} />
      </td>
      <td className={`${CELL} text-right font-mono text-sm`}>{type.events.toLocaleString('en')}</td>
      <td className={`${CELL} max-sm:hidden`}>
        <ShareBar share={share} />
      </td>
      <td className={`${CELL} max-lg:hidden`}>
        <Sparkline counts={type.counts} />
      </td>
      <td className={`${CELL} whitespace-nowrap text-ink-2 max-xl:hidden`}>
        <Instant micros={microsOf(isRecorded ? type.firstRecorded : type.firstOccurred)} />
      </td>
      <td className={`${CELL} pr-4 text-ink-2 lg:whitespace-nowrap`}>
        <Instant micros={microsOf(isRecorded ? type.lastRecorded : type.lastOccurred)} />
      </td>
    </tr>
  );
}

/** Said only where there is more to it than one version. */
function VersionTags({ type: { versions, upcasters } }: { type: EventTypeAnswer }) {
  return (
    <>
      {versions.length < 2 ? null : (
        <Tag
          tone="quiet"
          title={`Schema versions ${versions.map(({ schemaVersion }) => schemaVersion).join(', ')}`}
        >{`${versions.length} versions`}</Tag>
      )}
      {upcasters.length === 0 ? null : (
        <Tag tone="quiet" title={`Upcasters read schema version ${upcasters.join(', ')}`}>
          upcast
        </Tag>
      )}
    </>
  );
}
