import { Fragment, type ReactNode } from 'react';
import { alongToEvent, entityHref } from '#client/entity-href';
import { type CountedOn, eventsHref } from '#client/overview/events-href';
import { MARK_WORDS } from '#client/wording/mark-words';
import { Disclosure } from '#components/ui/disclosure';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText } from '#components/ui/visible-text';
import type { OverviewAnswer } from '#wire';
import { Freshness } from './freshness.tsx';

const LINK =
  'inline-flex min-h-6 min-w-6 items-center justify-end font-mono text-sm underline decoration-line-2 underline-offset-2 hover:decoration-current';

const WORDS =
  'inline-block min-h-6 leading-6 underline decoration-line-2 underline-offset-2 hover:decoration-current';

/** What an auditor looks at first: events that came late or out of order, those that could not be folded, and how far all of this is. */
export function Oddities({ overview, on }: { overview: OverviewAnswer; on: CountedOn }) {
  const { late, outOfOrder, marks } = overview;
  return (
    <PageSection id="oddities" title="Worth a look">
      <dl className="divide-y divide-line border-line border-y max-sm:-mx-4 max-sm:bg-surface">
        <Odd
          name="Late events"
          more="happened earlier than an event of the same entity that was already recorded"
        >
          <Counted {...late} on={on} />
        </Odd>
        <Odd
          name="Out of order"
          more="have an earlier recorded time than an event that stands before them in the history of their entity"
        >
          <Counted {...outOfOrder} on={on} />
        </Odd>
        <Odd name="Not applied exactly" more={<MarkWords marks={marks} on={on} />}>
          <Counted {...marks} on={on} more="at least" />
        </Odd>
      </dl>
      {marks.newest.length === 0 ? null : <Marks marks={marks} on={on} />}
      <Freshness readModels={overview.readModels} on={on} />
    </PageSection>
  );
}

function Odd({ name, more, children }: { name: string; more: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3 py-1.5 max-sm:px-4">
      <dt className="min-w-0 flex-1">
        {name}
        <span className="block text-ink-3 text-sm">{more}</span>
      </dt>
      <dd className="shrink-0 text-right">{children}</dd>
    </div>
  );
}

function Counted({
  events,
  isMore,
  q,
  on,
  more = 'over',
}: {
  events: number;
  isMore: boolean;
  q: string;
  on: CountedOn;
  /** What the number says of those that were not counted. */
  more?: 'over' | 'at least';
}) {
  if (events === 0 && !isMore) return <span className="font-mono text-ink-3 text-sm">0</span>;
  return (
    <Link href={eventsHref(on, q)} className={LINK}>
      {isMore ? `${more} ` : ''}
      {events.toLocaleString('en')}
      <span className="sr-only"> {events === 1 ? 'event' : 'events'}</span>
    </Link>
  );
}

function MarkWords({ marks: { kinds, isMore }, on }: { marks: OverviewAnswer['marks']; on: CountedOn }) {
  // The newest marks of the store may all be of others.
  if (kinds.length === 0)
    return isMore
      ? 'none of the newest marks of the store lies in this range'
      : 'every event became a part of its state';
  return kinds.map(({ kind, events, q }, nth) => (
    <Fragment key={kind}>
      {nth === 0 ? '' : ', '}
      <Link href={eventsHref(on, q)} className={WORDS}>
        {isMore ? 'at least ' : ''}
        {events.toLocaleString('en')} {MARK_WORDS[kind]}
      </Link>
    </Fragment>
  ));
}

/** The newest of them with what the fold said of each. */
function Marks({ marks: { newest, events }, on }: { marks: OverviewAnswer['marks']; on: CountedOn }) {
  return (
    <Disclosure
      className="border-line border-b max-sm:-mx-4 max-sm:bg-surface"
      summaryClassName="min-h-8 text-ink-2 hover:bg-sunken max-sm:px-4"
      summary={newest.length < events ? `The newest ${newest.length}` : 'Which ones'}
    >
      <ul className="max-h-64 overflow-y-auto pb-2 pl-5 max-sm:px-9">
        {newest.map(({ position, entityType, entityId, version, kind, message }) => (
          <li key={position} className="py-0.5">
            <Link
              href={entityHref(
                { namespace: on.namespace, type: entityType, id: entityId },
                { at: String(version), ...alongToEvent(on.time) },
              )}
              className="inline-block min-h-6 leading-6 underline decoration-line-2 underline-offset-2 [overflow-wrap:anywhere] hover:decoration-current"
            >
              <VisibleText text={entityType} /> <VisibleId id={entityId} /> #{version}
            </Link>
            <span className="block text-ink-3 text-sm [overflow-wrap:anywhere]">
              {MARK_WORDS[kind]}: <VisibleText text={message} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
