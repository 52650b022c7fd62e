import { pageHref } from '#client/entity-href';
import { type CountedOn, eventsHref } from '#client/overview/events-href';
import { Disclosure } from '#components/ui/disclosure';
import { PageSection } from '#components/ui/document-page';
import { KIND_WORDS } from '#components/ui/kind-words';
import { Link } from '#components/ui/link';
import { EntityTypeWords } from '#components/ui/names';
import { appTimeParams, type OverviewAnswer } from '#wire';

type EntityTypeCount = OverviewAnswer['store']['types'][number];

/** More types than this fold away behind a line that counts them. */
const FIRST = 12;

/** The kinds of entities, the way to each list, and how their events become a state. The busiest come first. */
export function EntityTypes({ types, on }: { types: readonly EntityTypeCount[]; on: CountedOn }) {
  const ranked = types.toSorted((a, b) => b.events - a.events || (a.entityType < b.entityType ? -1 : 1));
  const rest = ranked.slice(FIRST);
  return (
    <PageSection
      id="types"
      title="Entity types"
      aside={
        <span className="text-ink-3">
          {types.length.toLocaleString('en')}; entities that {on.time.asOf === null ? 'have' : 'had'} been
          removed are not counted
        </span>
      }
    >
      <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
        <TypeTable on={on} types={ranked.slice(0, FIRST)} />
        {rest.length === 0 ? null : (
          <Disclosure
            className="border-line border-t"
            summaryClassName="min-h-8 px-4 text-ink-2 hover:bg-sunken"
            summary={`${rest.length.toLocaleString('en')} more ${rest.length === 1 ? 'type' : 'types'} with fewer events`}
          >
            <TypeTable on={on} types={rest} continued />
          </Disclosure>
        )}
      </div>
    </PageSection>
  );
}

/** `continued`: its head is said to those who listen only, the columns stand under those of the table before. */
function TypeTable({
  types,
  on,
  continued = false,
}: {
  types: readonly EntityTypeCount[];
  on: CountedOn;
  continued?: boolean;
}) {
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className={continued ? 'sr-only' : ''}>
        <tr className="border-line border-b text-left text-ink-3 text-sm">
          <th scope="col" className="py-2 pr-3 pl-4 font-medium">
            Type
          </th>
          <th scope="col" className="w-20 px-3 py-2 text-right font-medium sm:w-32">
            Entities
          </th>
          <th scope="col" className="w-20 px-3 py-2 text-right font-medium sm:w-32">
            Events
          </th>
          <th scope="col" className="py-2 pr-4 pl-10 font-medium max-sm:hidden sm:w-80">
            State by
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {types.map((type) => (
          <TypeRow key={type.entityType} on={on} type={type} />
        ))}
      </tbody>
    </table>
  );
}

const COUNT =
  'inline-flex min-h-6 min-w-6 items-center justify-end underline decoration-line-2 underline-offset-2 hover:decoration-current';

function TypeRow({
  on,
  type: { entityType, live, events, q, kind },
}: {
  on: CountedOn;
  type: EntityTypeCount;
}) {
  const list = pageHref('/entities', on.namespace, { ...appTimeParams(on.time), type: entityType });
  return (
    <tr className="hover:bg-sunken">
      <th scope="row" className="py-1.5 pr-3 pl-4 text-left font-medium [overflow-wrap:anywhere]">
        <Link href={list} className="underline decoration-line-2 underline-offset-2 hover:decoration-current">
          <EntityTypeWords entityType={entityType} />
        </Link>
      </th>
      <td className="w-20 px-3 py-1 text-right font-mono text-sm sm:w-32">
        {/* It leads where the name does, which is a stop of Tab already. */}
        <Link href={list} tabIndex={-1} className={COUNT}>
          {live.toLocaleString('en')}
        </Link>
      </td>
      <td className="w-20 px-3 py-1 text-right font-mono text-sm sm:w-32">
        <Link href={eventsHref(on, q)} className={COUNT}>
          {events.toLocaleString('en')}
        </Link>
      </td>
      <td
        className="py-1.5 pr-4 pl-10 text-ink-2 max-sm:hidden sm:w-80"
        title={kind === null ? undefined : KIND_WORDS[kind]}
      >
        {kind ?? '—'}
        <span className="text-ink-3">{kind === null ? '' : `: ${KIND_WORDS[kind]}`}</span>
      </td>
    </tr>
  );
}
