import type { ReactNode } from 'react';
import { alongToEvent, entityHref } from '#client/entity-href';
import { type CountedOn, eventsHref } from '#client/overview/events-href';
import { Disclosure } from '#components/ui/disclosure';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText } from '#components/ui/visible-text';
import type { OverviewAnswer } from '#wire';
import { Freshness } from './freshness.tsx';

const LINK =
  'inline-flex min-h-6 min-w-6 items-center justify-end font-mono text-sm underline decoration-line-2 underline-offset-2 hover:decoration-current';

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
        <Odd name="Not applied exactly" more={<MarkWords marks={marks} />}>
          <MarkCount marks={marks} on={on} />
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

function Counted({ events, isMore, q, on }: { events: number; isMore: boolean; q: string; on: CountedOn }) {
  if (events === 0) return <span className="font-mono text-ink-3 text-sm">0</span>;
  return (
    <Link href={eventsHref(on, q)} className={LINK}>
      {isMore ? 'over ' : ''}
      {events.toLocaleString('en')}
      <span className="sr-only"> {events === 1 ? 'event' : 'events'}</span>
    </Link>
  );
}

/** Leads to all of them where each can be named. */
function MarkCount({
  marks: { events, isMore, newest, q },
  on,
}: {
  marks: OverviewAnswer['marks'];
  on: CountedOn;
}) {
  if (q !== null && newest.length === events) return <Counted {...{ events, isMore, q, on }} />;
  return (
    <span className={`font-mono text-sm ${events === 0 ? 'text-ink-3' : ''}`}>
      {isMore ? 'at least ' : ''}
      {events.toLocaleString('en')}
    </span>
  );
}

/** The words that the marks of an event have on the page of its entity. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  foldError: 'fold error',
  notHandled: 'not handled',
  notADocument: 'not a document',
  literalLost: 'number rounded',
  keyLost: 'goes by index',
  failedAction: 'failed',
};

function MarkWords({ marks: { kinds } }: { marks: OverviewAnswer['marks'] }) {
  if (kinds.length === 0) return 'every event became a part of its state';
  return kinds
    .map(({ kind, events }) => `${events.toLocaleString('en')} ${KIND_NAMES[kind] ?? kind}`)
    .join(', ');
}

/** The query language has no word for a mark: the newest are named one by one. */
function Marks({ marks: { newest, events, q }, on }: { marks: OverviewAnswer['marks']; on: CountedOn }) {
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
              {KIND_NAMES[kind] ?? kind}: <VisibleText text={message} />
            </span>
          </li>
        ))}
      </ul>
      {q === null ? null : (
        <p className="pb-2 pl-5 max-sm:pl-9">
          <Link href={eventsHref(on, q)} className={LINK}>
            {newest.length === 1 ? 'This event' : `These ${newest.length} events`} on the events page
          </Link>
        </p>
      )}
    </Disclosure>
  );
}
