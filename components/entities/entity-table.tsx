import Link from 'next/link';
import { entityHref, pageHref } from '#client/entity-href';
import { notedEntity } from '#client/notes/noted-entity';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Instant } from '#components/ui/instant';
import { Tag } from '#components/ui/tag';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { type EntitiesFilter, isFiltered } from './entity-filter.tsx';

export interface ListedEntity {
  readonly entityType: string;
  readonly entityId: string;
  readonly version: number;
  readonly removed: boolean;
  readonly lastRecorded: bigint;
  readonly lastType: string;
  readonly lastActor: string | null;
}

const COLUMNS =
  'grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,6fr)_56px_minmax(0,3fr)_minmax(0,3fr)_auto]';

/** One line an entity: what it is, how long its story is, and what happened to it last. */
export function EntityTable({
  namespace,
  rows,
  question,
}: {
  namespace: string;
  rows: readonly ListedEntity[];
  question: EntitiesFilter;
}) {
  if (rows.length === 0) return <NothingFound namespace={namespace} question={question} />;
  return (
    <div className="border-line border-y bg-surface sm:rounded-md sm:border">
      <div
        aria-hidden
        className={`hidden gap-x-4 border-line border-b px-4 py-2 text-ink-3 text-sm md:grid ${COLUMNS}`}
      >
        <span>Entity</span>
        <span className="text-right">Events</span>
        <span>Last event</span>
        <span>By</span>
        <span className="w-[220px] text-right">Last recorded</span>
      </div>
      <ul aria-label="Entities" className="divide-y divide-line">
        {rows.map((row) => (
          <EntityLine key={JSON.stringify([row.entityType, row.entityId])} namespace={namespace} row={row} />
        ))}
      </ul>
    </div>
  );
}

function EntityLine({ namespace, row }: { namespace: string; row: ListedEntity }) {
  const listed = { type: row.entityType, id: row.entityId };
  const noted = notedEntity(listed);
  const { type, id } = noted ?? listed;
  return (
    <li>
      <Link
        href={entityHref({ namespace, type: row.entityType, id: row.entityId })}
        className={`grid items-baseline gap-x-4 px-4 py-1.5 -outline-offset-2 hover:bg-sunken ${COLUMNS}`}
      >
        <span className="flex min-w-0 items-baseline gap-2 sm:max-md:col-span-2">
          <span
            className="shrink-0 text-ink-2"
            title={noted === null ? undefined : `Kept as ${visibleString(`${listed.type} ${listed.id}`)}`}
          >
            {noted === null ? null : 'Notes on '}
            <VisibleText text={type} />
          </span>
          <span
            className={`min-w-0 font-mono text-sm [overflow-wrap:anywhere] ${row.removed ? 'text-ink-3 line-through' : ''}`}
          >
            <VisibleId id={id} />
          </span>
          {row.removed ? (
            <Tag tone="quiet" title="Its last event removed it; its history is still here">
              removed
            </Tag>
          ) : null}
        </span>
        <span className="text-right font-mono text-sm max-md:hidden">{row.version.toLocaleString('en')}</span>
        <span className="min-w-0 truncate max-md:text-ink-2" title={visibleString(row.lastType)}>
          <VisibleText text={row.lastType} />
          <span className="text-ink-3 md:hidden">
            , {row.version.toLocaleString('en')} {row.version === 1 ? 'event' : 'events'}
          </span>
        </span>
        <span
          className="min-w-0 truncate text-ink-2 max-md:hidden"
          title={row.lastActor === null ? undefined : visibleString(row.lastActor)}
        >
          {row.lastActor === null ? (
            <span className="text-ink-3">no actor</span>
          ) : (
            <VisibleText text={row.lastActor} />
          )}
        </span>
        <span className="text-ink-3 sm:text-right md:w-[220px]">
          <Instant micros={row.lastRecorded} />
        </span>
      </Link>
    </li>
  );
}

function NothingFound({ namespace, question }: { namespace: string; question: EntitiesFilter }) {
  const filtered = isFiltered(question);
  return (
    <div className="border-line border-y bg-surface sm:rounded-md sm:border">
      <EmptyState title={filtered ? 'No entity matches' : 'No entity yet'}>
        {filtered ? (
          <p className="[overflow-wrap:anywhere]">
            No entity in this namespace {missingWords(question.type, question.idContains)}.
          </p>
        ) : (
          <p>Import a log, and its entities appear here.</p>
        )}
        <ButtonLink href={pageHref(filtered ? '/entities' : '/', namespace)}>
          {filtered ? 'Show all entities' : 'How to bring your own'}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}

function missingWords(type: string, idContains: string): string {
  const wanted = [
    type === '' ? null : `is of the type “${visibleString(type)}”`,
    idContains === '' ? null : `has an id that contains “${visibleString(idContains)}”`,
  ];
  return wanted.filter((words) => words !== null).join(' and ');
}
