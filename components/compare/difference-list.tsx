import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Link } from '#components/ui/link';
import { EntityTypeWords } from '#components/ui/names';
import { VisibleId } from '#components/ui/visible-id';
import type { CompareView } from '#wire';
import { BecameWord } from './became-words.tsx';
import { compareHref, differenceHref } from './compare-href.ts';
import type { ListedDifference } from './comparison.ts';
import { counted, countText } from './count-words.ts';

const HEAD = 'px-3 py-2 font-medium first:pl-4 last:pr-4';
const CELL = 'px-3 py-1 align-baseline first:pl-4 last:pr-4';
const NUMBER = 'text-right font-mono text-sm whitespace-nowrap';

/** One line an entity that differs; each opens its two states side by side. */
export function DifferenceList({
  view,
  entities,
}: {
  view: CompareView;
  entities: readonly ListedDifference[];
}) {
  if (entities.length === 0)
    return (
      <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
        <EmptyState title="No such entity differs">
          <p>Others do. Take the filter away to see them.</p>
          <ButtonLink href={`${compareHref(view, { became: null, entityType: null })}#entities`}>
            Show all that differ
          </ButtonLink>
        </EmptyState>
      </div>
    );
  return (
    <div className="overflow-x-auto border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <table aria-label="Entities that differ" className="w-full">
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-sm">
            <th scope="col" className={`${HEAD} w-28`}>
              Became
            </th>
            <th scope="col" className={HEAD}>
              Entity
            </th>
            <th scope="col" className={`${HEAD} w-24 text-right max-sm:hidden`}>
              Fields
            </th>
            <th scope="col" className={`${HEAD} w-24 text-right max-sm:hidden`}>
              Events
            </th>
            <th scope="col" className={`${HEAD} w-40 text-right max-sm:hidden`}>
              Versions
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entities.map((entity) => (
            <DifferenceRow
              key={JSON.stringify([entity.entityType, entity.entityId])}
              view={view}
              entity={entity}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceRow({ view, entity }: { view: CompareView; entity: ListedDifference }) {
  const { entityType, entityId, became, fields, events, versionBefore, versionAfter } = entity;
  const versions = `#${countText(versionBefore)}..#${countText(versionAfter)}`;
  return (
    <tr className="hover:bg-sunken">
      <td className={CELL}>
        <BecameWord became={became} />
      </td>
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <Link
          href={differenceHref(view, entity)}
          className="inline-flex min-h-6 max-w-full items-baseline gap-2 hover:underline"
        >
          <span className="shrink-0 text-ink-2">
            <EntityTypeWords entityType={entityType} />
          </span>{' '}
          <span className="min-w-0 font-mono text-sm [overflow-wrap:anywhere]">
            <VisibleId id={entityId} />
          </span>
        </Link>
        <p className="text-ink-3 text-sm sm:hidden">
          {counted(fields, 'field')}, {counted(events, 'event')},{' '}
          <span className="font-mono">{versions}</span>
        </p>
      </th>
      <td className={`${CELL} ${NUMBER} max-sm:hidden`}>{countText(fields)}</td>
      <td className={`${CELL} ${NUMBER} max-sm:hidden`}>{countText(events)}</td>
      <td className={`${CELL} ${NUMBER} text-ink-2 max-sm:hidden`}>{versions}</td>
    </tr>
  );
}
